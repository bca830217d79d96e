using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>
/// Tells the parts of an article's text apart by general rules of news layout: the first line is the headline,
/// what stands before the first paragraph may be byline, date and captions; boilerplate, credits and sources
/// are known by their wording (<c>lexicons/layout.tsv</c>), captions also because pages print them twice.
/// </summary>
internal sealed class ArticleLayout
{
    /// <summary>A line of so many characters that ends like a sentence is a paragraph: the head of the article ends there.</summary>
    private const int ShortestParagraph = 60;

    /// <summary>A line this long that ends like a sentence is no headline.</summary>
    private const int LongestHeadline = 200;

    /// <summary>Shorter repetitions ("He left.") may be wanted.</summary>
    private const int ShortestRepetition = 40;

    /// <summary>A longer stretch before a credit is article text that the credit ran into.</summary>
    private const int LongestCaption = 500;

    private readonly string text;
    private readonly LayoutPhrases phrases = LayoutPhrases.Default;
    private readonly List<TextBlock> blocks = [];
    private readonly Dictionary<int, int> seen = [];

    private ArticleLayout(string text) => this.text = text;

    public IReadOnlyList<TextBlock> Blocks => blocks;

    public string? Title { get; private set; }

    /// <summary>Without its "By".</summary>
    public string? Byline { get; private set; }

    /// <summary>The outlet, where the byline or a line of the head names one.</summary>
    public string? Source { get; private set; }

    /// <summary>Of the first date line.</summary>
    public DateOnly? Published { get; private set; }

    /// <param name="title">The headline where it is known already; a line with this text is the headline, wherever it stands.</param>
    public static ArticleLayout Analyze(string text, string? title = null)
    {
        var layout = new ArticleLayout(text);
        layout.Run(title);
        return layout;
    }

    private void Run(string? knownTitle)
    {
        var lines = LineScanner.Scan(text);
        lines = LineScanner.JoinWrapped(text, lines, line => LooksOut(Of(line.Span)));
        var hasTitle = false;
        var inHead = true;
        for (var i = 0; i < lines.Count; i++)
        {
            var span = lines[i].Span;
            var line = Of(span);
            var isKnownTitle = knownTitle is not null && !hasTitle && line.Equals(knownTitle.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
            if (isKnownTitle || (!hasTitle && inHead && knownTitle is null && IsHeadline(line, lines.Count)))
            {
                hasTitle = true;
                Title = line.ToString();
                Add(span, ArticlePart.Title);
                continue;
            }

            var nearEnd = i >= lines.Count - 4;
            if (!AddByWording(span, inHead, nearEnd) && !AddRepetition(span))
            {
                var paragraph = IsParagraph(line);
                AddParagraph(span, inHead && !paragraph && IsLowerCaption(line));
                inHead &= !paragraph;
            }
        }
    }

    private ReadOnlySpan<char> Of(TextSpan span) => text.AsSpan(span.Start, span.Length);

    private void Add(TextSpan span, ArticlePart part)
    {
        blocks.Add(new TextBlock(span, part));
        if (span.Length >= ShortestRepetition)
        {
            seen.TryAdd(KeyOf(Of(span)), blocks.Count - 1);
        }
    }

    /// <summary>True if the line's own wording tells what it is; it is added then.</summary>
    private bool AddByWording(TextSpan span, bool inHead, bool nearEnd)
    {
        var line = Of(span);
        if (DateLine.TryParse(line, out var date))
        {
            Published ??= inHead || nearEnd ? date : null;
            Add(span, ArticlePart.Dateline);
            return true;
        }

        var credit = phrases.FindCredit(line);
        var wording = phrases.Find(line);
        if (credit == 0 && (line[0] is '(' or '[' or '©' || !HasSmallWord(line)))
        {
            Add(span, ArticlePart.Boilerplate);
            return true;
        }

        if (wording is { } found)
        {
            if (found.Part == ArticlePart.Byline)
            {
                return (inHead || nearEnd) && AddByline(span, found.PhraseLength);
            }

            if (found.Part != ArticlePart.Caption)
            {
                Add(span, found.Part);
                return true;
            }

            AddCaption(span, credit);
            return true;
        }

        if (credit > 0)
        {
            AddCaption(span, credit);
            return true;
        }

        if (inHead && line.Length <= 60 && OutletIn(line) is { } outlet)
        {
            Source ??= outlet;
            Byline ??= outlet;
            Add(span, ArticlePart.Byline);
            return true;
        }

        return false;
    }

    private bool AddByline(TextSpan span, int phraseLength)
    {
        var line = Of(span);
        var names = line[Math.Min(phraseLength, line.Length)..].Trim();
        if (line[^1] is '.' or '!' or '?' && line.Length > 60)
        {
            return false;
        }

        var who = names.Length == 0 ? line.ToString() : names.ToString();
        if (names.Length > 0 && char.IsLower(names[0]) && phraseLength == 2)
        {
            return false;
        }

        Byline ??= who;
        Source ??= OutletIn(who);
        Add(span, ArticlePart.Byline);
        return true;
    }

    /// <summary>A caption; its second print and its credit are boilerplate, so that no fact counts twice.</summary>
    private void AddCaption(TextSpan span, int credit)
    {
        var body = credit > 0 ? Trimmed(new TextSpan(span.Start, span.Start + credit)) : span;
        if (FirstPrint(body) is { } first)
        {
            if (blocks[first].Part == ArticlePart.Body)
            {
                blocks[first] = blocks[first] with { Part = ArticlePart.Caption };
            }

            blocks.Add(new TextBlock(span, ArticlePart.Boilerplate));
            return;
        }

        Add(body, body.Length <= LongestCaption ? ArticlePart.Caption : ArticlePart.Body);
        if (body.End < span.End)
        {
            blocks.Add(new TextBlock(Trimmed(new TextSpan(body.End, span.End)), ArticlePart.Boilerplate));
        }
    }

    private bool AddRepetition(TextSpan span)
    {
        if (FirstPrint(span) is null)
        {
            return false;
        }

        blocks.Add(new TextBlock(span, ArticlePart.Boilerplate));
        return true;
    }

    /// <summary>A paragraph; the dateline of a news agency is cut off its start.</summary>
    private void AddParagraph(TextSpan span, bool asCaption)
    {
        var cut = WireDateline.LengthIn(Of(span));
        if (cut > 0 && cut < span.Length)
        {
            blocks.Add(new TextBlock(Trimmed(new TextSpan(span.Start, span.Start + cut)), ArticlePart.Dateline));
            Source ??= WireDateline.AgencyIn(Of(span)[..cut]);
            span = Trimmed(new TextSpan(span.Start + cut, span.End));
        }

        Add(span, asCaption ? ArticlePart.Caption : ArticlePart.Body);
    }

    /// <summary>Index of an earlier block with the same words, or null.</summary>
    private int? FirstPrint(TextSpan span) =>
        span.Length >= ShortestRepetition && seen.TryGetValue(KeyOf(Of(span)), out var first) && Same(Of(blocks[first].Span), Of(span)) ? first : null;

    private TextSpan Trimmed(TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Lines that are never part of a wrapped paragraph.</summary>
    private bool LooksOut(ReadOnlySpan<char> line) =>
        DateLine.TryParse(line, out _) || phrases.FindCredit(line) >= 0 || (line.Length < 90 && phrases.Find(line) is { Part: not ArticlePart.Byline });

    private bool IsHeadline(ReadOnlySpan<char> line, int lineCount)
    {
        if (DateLine.TryParse(line, out _) || phrases.Find(line) is { Part: ArticlePart.Boilerplate or ArticlePart.Byline } || phrases.FindCredit(line) == 0)
        {
            return false;
        }

        return !IsPlainSentence(line) && (lineCount == 1 ? !IsParagraph(line) : line.Length <= LongestHeadline || !EndsSentence(line));
    }

    /// <summary>"The minister was seen in the port on Monday.": with a full stop and the small words that headlines leave out.</summary>
    private static bool IsPlainSentence(ReadOnlySpan<char> line)
    {
        if (line[^1] != '.' || line.Length < 30)
        {
            return false;
        }

        var words = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 6
            && words[^1].Length > 3
            && words[^1].IndexOf('.', StringComparison.Ordinal) == words[^1].Length - 1
            && words.Any(w => w.ToLowerInvariant() is "the" or "a" or "an" or "was" or "were" or "has" or "have" or "had" or "his" or "her" or "their" or "that" or "which" or "said");
    }

    private static bool IsParagraph(ReadOnlySpan<char> line) => line.Length >= ShortestParagraph && EndsSentence(line);

    private static bool EndsSentence(ReadOnlySpan<char> line) => line[^1] is '.' or '!' or '?' or '"' or '”' or '’' or '…';

    /// <summary>"pilgrims at the mosque in 2008." under a picture: no sentence of an article begins with a small letter.</summary>
    private static bool IsLowerCaption(ReadOnlySpan<char> line) => char.IsLower(line[0]) && line.Length > 20;

    /// <summary>A credit is names; "Photo: the old ferry in the port" tells of a picture.</summary>
    private static bool HasSmallWord(ReadOnlySpan<char> line)
    {
        foreach (var word in line[(line.IndexOfAny(": ") + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsLower(word[0]) && word is not ("by" or "via" or "for" or "of" or "and" or "the" or "photo" or "image" or "picture" or "courtesy"))
            {
                return true;
            }
        }

        return false;
    }

    private static string? OutletIn(ReadOnlySpan<char> line)
    {
        var name = line.ToString();
        if (MediaNames.Default.Find(name) is { } whole)
        {
            return whole;
        }

        foreach (var piece in name.Split([',', '|', '•', '·', '/', '–', '—', ';', '(', ')', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var part in piece.Split(" with ", StringSplitOptions.TrimEntries))
            {
                if (MediaNames.Default.Find(part) is { } outlet)
                {
                    return outlet;
                }
            }
        }

        return null;
    }

    private static int KeyOf(ReadOnlySpan<char> line)
    {
        var hash = 17;
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = unchecked((hash * 31) + char.ToLowerInvariant(c));
            }
        }

        return hash;
    }

    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i]))
            {
                i++;
            }

            while (j < b.Length && !char.IsLetterOrDigit(b[j]))
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++]))
            {
                return false;
            }
        }
    }
}
