using NewsGraph.Texts;

namespace NewsGraph.Timing;

/// <summary>
/// Finite-state reading of time expressions: at each token that can begin one, the longest of a fixed list of patterns
/// over word kinds is taken, then modifiers to its left ("early", "the end of", "more than") join the span.
/// One instance serves one document.
/// </summary>
internal sealed partial class TimeGrammar
{
    private readonly TokenLayer tokens;
    private readonly TagLayer? tags;
    private readonly TreeLayer? tree;
    private readonly TimeWord[] words;
    private readonly TimeExpression?[] phrases;
    private readonly bool[] named;

    /// <summary>End of the sentence being read.</summary>
    private int limit;

    /// <summary>First token of the sentence being read.</summary>
    private int origin;

    public TimeGrammar(Doc doc)
    {
        tokens = doc.Get<TokenLayer>();
        tags = doc.TryGet<TagLayer>();
        tree = doc.TryGet<TreeLayer>();
        words = new TimeWord[tokens.Count];
        phrases = new TimeExpression?[tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = TimeLexicon.Shared[tokens.Word(i)];
            if (TimeLexicon.Shared.PhraseAt(tokens, i, out var length) is { } phrase)
            {
                phrases[i] = phrase.Kind == TimeWordKind.Holiday
                    ? new TimeExpression(TimeForm.Date, i, i + length) { Month = phrase.Value / 100, DayOfMonth = phrase.Value % 100 }
                    : new TimeExpression(TimeForm.Reference, i, i + length) { Code = phrase.Code };
            }
        }

        named = new bool[tokens.Count];
        foreach (var name in doc.TryGet<NameLayer>()?.Names ?? [])
        {
            for (var i = name.First; i < name.End; i++)
            {
                named[i] = true;
            }
        }
    }

    /// <summary>Expressions of one sentence in text order, not nested.</summary>
    public void Read(Sentence sentence, List<TimeExpression> found)
    {
        origin = sentence.First;
        limit = sentence.End;
        var free = origin;
        for (var i = origin; i < limit;)
        {
            if ((phrases[i] ?? (words[i].Kind == TimeWordKind.None ? null : At(i))) is not { } expression)
            {
                i++;
                continue;
            }

            expression = expression with { First = Widen(expression, free) };
            found.Add(expression);
            i = free = expression.End;
        }
    }

    private TimeExpression? At(int i) => words[i].Kind switch
    {
        TimeWordKind.Month or TimeWordKind.MonthShort => FromMonth(i),
        TimeWordKind.Weekday or TimeWordKind.WeekdayShort => FromWeekday(i),
        TimeWordKind.Number => FromNumber(i),
        TimeWordKind.Ordinal => FromOrdinal(i),
        TimeWordKind.Article or TimeWordKind.Few or TimeWordKind.Half => FromFew(i),
        TimeWordKind.Unit => FromUnit(i),
        TimeWordKind.Direction => FromDirection(i),
        TimeWordKind.Day => FromDay(i),
        TimeWordKind.Season => FromSeason(i),
        TimeWordKind.DayPart => FromDayPart(i),
        TimeWordKind.Overnight => new TimeExpression(TimeForm.Overnight, i, i + 1),
        TimeWordKind.Reference => FromReference(i),
        TimeWordKind.Clock or TimeWordKind.ClockTime => FromClock(i),
        TimeWordKind.IsoDate => new TimeExpression(TimeForm.Date, i, i + 1) { Year = words[i].Value / 10000, Month = words[i].Value / 100 % 100, DayOfMonth = words[i].Value % 100 },
        TimeWordKind.YearRange => Between(i, i + 1, OfYear(i, words[i].Value / 10000), OfYear(i, words[i].Value % 10000)),
        TimeWordKind.Decade => new TimeExpression(TimeForm.Decade, i, i + 1) { Year = words[i].Value },
        _ => null,
    };

    private TimeWordKind Kind(int i) => i >= origin && i < limit ? words[i].Kind : TimeWordKind.None;

    private bool Is(int i, string word) =>
        i >= origin && i < limit && string.Equals(tokens.Word(i), word, StringComparison.OrdinalIgnoreCase);

    private bool IsDash(int i) => i >= origin && i < limit && tokens.Word(i) is "-" or "–" or "—";

    private bool IsCapital(int i) => i >= origin && i < limit && char.IsUpper(tokens.Word(i)[0]);

    private bool IsBare(int i, TimeWordKind kind, string code) => Kind(i) == kind && string.Equals(words[i].Code, code, StringComparison.Ordinal);

    /// <summary>A preposition or other word that a calendar word follows and a name, verb or count does not.</summary>
    private bool IsTimePreposition(int i) => i >= origin && i < limit && tokens.Word(i).ToLowerInvariant() is
        "in" or "since" or "until" or "till" or "by" or "from" or "of" or "during" or "to" or "and" or "between" or "through" or "before" or "after" or "on" or "around" or "throughout" or "," or "(" or "for" or "-" or "–";

    private static TimeExpression OfYear(int token, int year) => new(TimeForm.Date, token, token + 1) { Year = year };

    private static TimeExpression Between(int first, int end, TimeExpression from, TimeExpression to) =>
        new(TimeForm.Interval, first, end) { From = from, To = to };

    /// <summary>The first token of the expression with its modifiers; never left of <paramref name="free"/>.</summary>
    private int Widen(TimeExpression expression, int free)
    {
        var first = expression.First;
        for (var i = first - 1; i >= free; i--)
        {
            var kind = words[i].Kind;
            if (kind is TimeWordKind.Modifier or TimeWordKind.About || (kind == TimeWordKind.Shift && Is(i, "later") | Is(i, "earlier")))
            {
                first = i;
            }
            else if (Is(i, "the") && first < limit)
            {
                first = i;
                if (kind == TimeWordKind.None && !(Is(i - 1, "of") && Kind(i - 2) == TimeWordKind.Modifier))
                {
                    break;
                }
            }
            else if (Is(i, "than") && Is(i - 1, "more") | Is(i - 1, "less") && i - 1 >= free)
            {
                first = --i;
            }
            else if (Is(i, "least") && Is(i - 1, "at") && i - 1 >= free)
            {
                first = --i;
            }
            else if (!((Is(i, "of") || Is(i, "in") || IsDash(i)) && i > free && words[i - 1].Kind is TimeWordKind.Modifier or TimeWordKind.Shift && !Is(i - 1, "after") && !Is(i - 1, "before")))
            {
                break;
            }
        }

        return first;
    }
}
