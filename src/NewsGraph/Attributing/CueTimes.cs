using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>When something was said: the calendar time that hangs on the reporting word, or stands right after it.</summary>
internal sealed class CueTimes(Doc doc)
{
    private readonly TreeLayer tree = doc.Get<TreeLayer>();
    private readonly TokenLayer tokens = doc.Get<TokenLayer>();
    private readonly IReadOnlyList<TimeValue> times = doc.TryGet<TimeLayer>()?.Times ?? [];

    public TimeValue? At(int cue)
    {
        var sentence = tokens.SentenceOf(cue);
        TimeValue? best = null;
        for (var i = FirstFrom(sentence.First); i < times.Count && times[i].First < sentence.End; i++)
        {
            var time = times[i];
            if (time.IsCalendar && HangsOn(time, cue) && (best is null || Math.Abs(time.First - cue) < Math.Abs(best.First - cue)))
            {
                best = time;
            }
        }

        return best;
    }

    private bool HangsOn(TimeValue time, int cue)
    {
        for (var i = time.First; i < time.End; i++)
        {
            if (tree.Head(i) == cue && tree.BaseRelation(i) is "obl" or "advmod" or "nmod" or "advcl")
            {
                return true;
            }
        }

        // "said on Sunday that": the parser may give the time to the content.
        return time.First > cue && time.First - cue <= 2 && tree.BaseRelation(time.End - 1) is not "compound";
    }

    private int FirstFrom(int token)
    {
        var low = 0;
        var high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
