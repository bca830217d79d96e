using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>
/// Reads counts with their bounds off the words of a mention: "nearly 8,000 people", "more than a thousand",
/// "two dozen", "107 or more", "dozens of victims", "between 10 and 20", "2.5 million".
/// </summary>
internal sealed class QuantityReader(QuantityWords words)
{
    public static QuantityReader Standard { get; } = new(QuantityWords.Standard);

    /// <summary>True if the token is a number in digits or words, or a vague count ("dozens").</summary>
    public bool IsNumber(SyntaxView view, int token)
    {
        var word = view.Lower(token);
        return TryDigits(word, out _) || words.TryNumber(word, out _) || (words.TryScale(word, out _) && word.Length > 2) || words.TryVague(word, out _);
    }

    /// <summary>True if counts of this noun are durations, dates or sizes.</summary>
    public bool IsMeasure(string lemma) => words.IsMeasure(lemma);

    /// <summary>The first count within tokens <c>[first, end)</c> of one sentence, or null.</summary>
    /// <param name="view">The document's tokens and tags.</param>
    /// <param name="first">First token of the mention.</param>
    /// <param name="end">Token after the mention's last; a number must begin before it.</param>
    /// <param name="unit">What is counted; null where the number stands for it.</param>
    public Quantity? Read(SyntaxView view, int first, int end, string? unit)
    {
        var sentence = view.Tokens.SentenceOf(first);
        for (var i = first; i < end; i++)
        {
            if (Number(view, i, sentence.End) is not { } number)
            {
                continue;
            }

            var (value, approximation, begin, next) = number;
            if (value is null)
            {
                return new Quantity(null, approximation, unit, view.Text(begin, Math.Max(next, end)));
            }

            var (from, bound) = BoundBefore(view, begin, sentence.First);
            if (bound is null && BoundAfter(view, next, sentence.End) is { } after)
            {
                (next, bound) = after;
            }

            if (next + 1 < sentence.End && view.Lower(next) is "to" or "-" or "–" && Number(view, next + 1, sentence.End) is { Value: { } upper } range && upper > value)
            {
                // "300 to 400 people", "10–20"
                next = range.Next;
                bound ??= Approximation.About;
            }
            else if (from > sentence.First && view.Lower(from - 1) == "between" && next < sentence.End && view.Lower(next) == "and")
            {
                from--;
                bound ??= Approximation.AtLeast;
            }

            return new Quantity(value, bound ?? approximation, unit, view.Text(Math.Min(from, first), Math.Max(next, end)));
        }

        return null;
    }

    /// <summary>
    /// The number that begins at a token: its value (null for vague counts), first token and the token after it.
    /// </summary>
    private (decimal? Value, Approximation Approximation, int First, int Next)? Number(SyntaxView view, int start, int end)
    {
        var word = view.Lower(start);
        if (words.TryVague(word, out var vague))
        {
            // "tens of thousands": the larger word counts
            var next = start + 1;
            if (start + 2 < end && view.Lower(start + 1) == "of" && words.TryVague(view.Lower(start + 2), out var larger))
            {
                vague = larger;
                next = start + 3;
            }

            return (null, vague, start, next);
        }

        if (words.IsSeveral(word))
        {
            var at = start + 1 < end && view.Lower(start + 1) == "of" ? start + 2 : start + 1;
            return at < end && words.TryVague(view.Lower(at) + "s", out vague) ? (null, vague, start, at + 1) : null;
        }

        if (word == "half" && start + 2 < end && view.Lower(start + 1) == "a" && words.TryScale(view.Lower(start + 2), out var half) && half >= 12)
        {
            return (half / 2, Approximation.Exact, start, start + 3);
        }

        return IsLabel(view, start, end) ? null : Sum(view, start, end);
    }

    /// <summary>"two hundred and six", "2.5 million", "a thousand", "twenty-three".</summary>
    private (decimal? Value, Approximation Approximation, int First, int Next)? Sum(SyntaxView view, int start, int end)
    {
        decimal total = 0, group = 0;
        var i = start;
        var any = false;
        if (view.Lower(start) is "a" or "an" && start + 1 < end && words.TryScale(view.Lower(start + 1), out _) && view.Lower(start + 1).Length > 2)
        {
            group = 1;
            i++;
            any = true;
        }

        for (; i < end; i++)
        {
            var word = view.Lower(i);
            if (!any && TryDigits(word, out var digits))
            {
                group = digits;
            }
            else if (words.TryNumber(word, out var number) && (!any || (group >= 20 && group % 10 == 0 && number < (group % 100 == 0 ? 100 : 10))))
            {
                group += number;
            }
            else if ((any || word.Length > 2) && words.TryScale(word, out var scale))
            {
                group = any ? group : 1;
                (total, group) = scale >= 1000 ? (total + (group * scale), 0) : (total, group * scale);
            }
            else if (any && JoinsNumber(view, i, end, group))
            {
                continue;
            }
            else
            {
                break;
            }

            any = true;
        }

        return any ? (total + group, Approximation.Exact, start, i) : null;
    }

    /// <summary>The hyphen of "twenty-three", the "and" of "two hundred and six".</summary>
    private bool JoinsNumber(SyntaxView view, int i, int end, decimal group) =>
        i + 1 < end && words.TryNumber(view.Lower(i + 1), out var tail)
        && (view.Lower(i) == "-" ? group is >= 20 and < 100 && group % 10 == 0 && tail < 10 : view.Lower(i) == "and" && group >= 100 && group % 100 == 0);

    /// <summary>"21-year-old", "9/11", "G-8": digits that count nothing.</summary>
    private bool IsLabel(SyntaxView view, int token, int end)
    {
        if (token + 2 < end && view.Lower(token + 1) is "-" or "/" or "–" && view.IsGlued(token + 1) && view.IsGlued(token + 2))
        {
            // "twenty-three" and "10-20" are numbers, "five-year" and "9/11" are none
            return view.Lower(token + 1) == "/" || !IsNumber(view, token + 2);
        }

        return token > 1 && view.IsGlued(token) && view.Lower(token - 1) is "-" or "/" or "." && !IsNumber(view, token - 2);
    }

    private (int From, Approximation? Bound) BoundBefore(SyntaxView view, int number, int floor)
    {
        var from = number;
        while (from > floor && view.Lower(from - 1) is "$" or "us$" or "£" or "€" or "us" or "a" or "an" or "the" or "another" or "only" or "just")
        {
            from--;
        }

        for (var end = number; end >= from; end--)
        {
            foreach (var (phrase, bound) in words.Before)
            {
                var at = end - phrase.Length;
                if (at >= floor && Matches(view, at, phrase))
                {
                    return (at, bound);
                }
            }
        }

        return (number, null);
    }

    private (int Next, Approximation? Bound)? BoundAfter(SyntaxView view, int next, int end)
    {
        // "107 people or more"
        for (var at = next; at <= next + 1; at++)
        {
            foreach (var (phrase, bound) in words.After)
            {
                if (at + phrase.Length <= end && Matches(view, at, phrase))
                {
                    return (at + phrase.Length, bound);
                }
            }
        }

        return null;
    }

    private static bool Matches(SyntaxView view, int at, string[] phrase)
    {
        for (var k = 0; k < phrase.Length; k++)
        {
            if (view.Lower(at + k) != phrase[k])
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryDigits(string word, out decimal value)
    {
        value = 0;
        return char.IsAsciiDigit(word[0])
            && decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
