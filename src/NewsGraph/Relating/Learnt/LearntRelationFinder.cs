using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Texts.Features;

namespace NewsGraph.Relating.Learnt;

/// <summary>
/// Relations from the trigger, argument and factuality heads: a port of <c>src/training/predict.py</c>.
/// Needs <see cref="HeadScores"/>; finds nothing in a document without them.
/// </summary>
internal sealed class LearntRelationFinder(LearntSettings settings, Func<string, bool> isState)
{
    private const int Subject = 0, Object = 1, Source = 2, Roles = 4;
    private const int SubjectSentences = 2;
    private const int MostArguments = 6;
    private const double SecondObject = .1;
    private TypePrior? prior;

    /// <summary>All candidates above the thresholds, by trigger and type.</summary>
    public List<LearntRelation> Find(Doc doc, SyntaxFeatures syntax)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var mentions = doc.Get<MentionLayer>().Mentions;
        if (doc.TryGet<HeadScores>() is not { } scores || mentions.Count == 0)
        {
            return [];
        }

        var triggers = FindTriggers(doc, scores);
        if (triggers.Count == 0)
        {
            return [];
        }

        var context = new Context(doc, syntax, scores, triggers, mentions);
        List<LearntRelation> found = [];
        HashSet<(int, string, int, int)> seen = [];
        for (var k = 0; k < triggers.Count; k++)
        {
            AddRelations(context, k, found, seen);
        }

        return found;
    }

    private List<(int Token, int Type, double Probability)> FindTriggers(Doc doc, HeadScores scores)
    {
        var columns = 1 + scores.RelationTypes.Count;
        var tokens = doc.Get<TokenLayer>();
        var tags = doc.Get<TagLayer>();
        prior ??= new TypePrior(scores.RelationTypes, settings);
        List<(int, int, double)> found = [];
        var row = new float[columns];
        for (var i = 0; i < tokens.Count; i++)
        {
            var original = scores.Trigger.AsSpan(i * columns, columns);
            if (1 - original[0] <= settings.Trigger)
            {
                continue;
            }

            original.CopyTo(row);
            prior.Sharpen(row, tokens.Word(i), tags.Upos[i]);
            var best = IndexOfMax(row.AsSpan(1));
            for (var y = 0; y < columns - 1; y++)
            {
                if (y == best || row[1 + y] > settings.Trigger)
                {
                    found.Add((i, y, 1 - row[0]));
                }
            }
        }

        return found;
    }

    private void AddRelations(Context context, int k, List<LearntRelation> found, HashSet<(int, string, int, int)> seen)
    {
        var (token, y, strength) = context.Triggers[k];
        var type = context.Scores.RelationTypes[y];
        var subjects = context.Probabilities(k, Subject, SubjectSentences);
        var objects = context.Probabilities(k, Object, SubjectSentences);
        var sources = context.Probabilities(k, Source, ArgumentFeatures.Sentences);
        int? source = sources[0] < 1 - settings.Source ? IndexOfMax(sources.AsSpan(1)) : null;
        var (polarity, polarityProbability) = context.Polarity(k);
        var (modality, modalityProbability) = context.Modality(k);
        foreach (var (subject, pSubject) in Choose(context, subjects))
        {
            foreach (var chosen in Choose(context, objects))
            {
                var (@object, pObject) = chosen;
                if (subject is { } s && @object is { } o && context.Entities.EntityOf(s) == context.Entities.EntityOf(o))
                {
                    (@object, pObject) = OtherObject(context, objects, context.Entities.EntityOf(s));
                }

                var missing = subject is null || @object is null;
                var confidence = strength * pSubject * pObject;
                if (subject is null && @object is null || missing && isState(type)
                    || confidence < settings.Pair || missing && confidence < settings.Both
                    || !seen.Add((token, type, context.EntityOf(subject), context.EntityOf(@object))))
                {
                    continue;
                }

                found.Add(new LearntRelation(
                    type, token, subject, @object, strength, pSubject * pObject, polarity, polarityProbability, modality, modalityProbability, source, 1 - sources[0]));
            }
        }
    }

    /// <summary>Nothing, or the best mention, others of other entities, and what is coordinated with them.</summary>
    private List<(int? Mention, double Probability)> Choose(Context context, double[] p)
    {
        if (p[0] > settings.None || p.Length == 1)
        {
            return [(null, p[0])];
        }

        var best = IndexOfMax(p.AsSpan(1));
        List<(int? Mention, double Probability)> chosen = [(best, p[1 + best])];
        for (var j = 0; j < p.Length - 1; j++)
        {
            if (p[1 + j] > settings.Second && context.EntityOf(j) != context.EntityOf(best))
            {
                chosen.Add((j, p[1 + j]));
            }
        }

        var direct = chosen.Count;
        for (var c = 0; c < direct; c++)
        {
            foreach (var child in context.Syntax.Tree.Children(context.Mentions[chosen[c].Mention!.Value].Head))
            {
                if (context.Syntax.Tree.Relation(child) is "conj" && context.MentionLayer.AtHead(child) is { } other
                    && chosen.TrueForAll(x => context.EntityOf(x.Mention) != context.EntityOf(other.Index)))
                {
                    chosen.Add((other.Index, chosen[c].Probability));
                }
            }
        }

        return chosen.Count <= MostArguments ? chosen : chosen[..MostArguments];
    }

    private static (int? Mention, double Probability) OtherObject(Context context, double[] p, int entity)
    {
        var (best, probability) = (-1, SecondObject);
        for (var j = 0; j < p.Length - 1; j++)
        {
            if (p[1 + j] > probability && context.EntityOf(j) != entity)
            {
                (best, probability) = (j, p[1 + j]);
            }
        }

        return best < 0 ? (null, .3) : (best, probability);
    }

    private static int IndexOfMax<T>(ReadOnlySpan<T> values)
        where T : IComparable<T>
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i].CompareTo(values[best]) > 0 ? i : best;
        }

        return best;
    }

    private static int IndexOfMax(Span<float> values) => IndexOfMax((ReadOnlySpan<float>)values);

    private static int IndexOfMax(Span<double> values) => IndexOfMax((ReadOnlySpan<double>)values);

    /// <summary>One document's scores, computed once for all triggers.</summary>
    private sealed class Context
    {
        private readonly (float[] Score, float[] None) arguments;
        private readonly (float[] Polarity, float[] Modality) factuality;
        private readonly ScoredPairs pairs;
        private readonly int[] firstPair;

        public Context(Doc doc, SyntaxFeatures syntax, HeadScores scores, List<(int Token, int Type, double Probability)> triggers, IReadOnlyList<EntityMention> mentions)
        {
            Syntax = syntax;
            Scores = scores;
            Triggers = triggers;
            Mentions = mentions;
            MentionLayer = doc.Get<MentionLayer>();
            Entities = doc.Get<EntityLayer>();
            int[] tokens = [.. triggers.Select(t => t.Token)];
            int[] types = [.. triggers.Select(t => t.Type)];
            int[] heads = [.. mentions.Select(m => m.Head)];
            int[] kinds = [.. mentions.Select(m => (int)m.Kind)];
            int[] entityTypes = [.. mentions.Select(m => (int)m.Type)];
            pairs = ArgumentFeatures.Pairs(syntax, tokens, [.. types.Select(t => scores.RelationTypes[t])], heads, entityTypes);
            arguments = scores.Pairs.ScoreArguments(scores.Vectors, tokens, types, heads, kinds, entityTypes, pairs);
            factuality = scores.Pairs.ScoreFactuality(scores.Vectors, tokens, types, [.. tokens.SelectMany(t => ArgumentFeatures.OfTrigger(syntax, t))]);
            firstPair = new int[triggers.Count + 1];
            foreach (var first in pairs.First)
            {
                firstPair[first + 1]++;
            }

            for (var k = 0; k < triggers.Count; k++)
            {
                firstPair[k + 1] += firstPair[k];
            }
        }

        public SyntaxFeatures Syntax { get; }

        public HeadScores Scores { get; }

        public List<(int Token, int Type, double Probability)> Triggers { get; }

        public IReadOnlyList<EntityMention> Mentions { get; }

        public MentionLayer MentionLayer { get; }

        public EntityLayer Entities { get; }

        /// <summary>Entity of a mention; −1 for none; a mention without entity stands for itself.</summary>
        public int EntityOf(int? mention) => mention is not { } m ? -1 : Entities.EntityOf(m) is >= 0 and var e ? e : int.MinValue + m;

        /// <summary>Softmax over none (0) and all mentions (1 + index); zero out of reach.</summary>
        public double[] Probabilities(int k, int role, int sentences)
        {
            var p = new double[1 + Mentions.Count];
            var sentence = Syntax.Sentence(Triggers[k].Token);
            Array.Fill(p, double.NegativeInfinity);
            p[0] = arguments.None[(k * Roles) + role];
            for (var i = firstPair[k]; i < firstPair[k + 1]; i++)
            {
                var mention = pairs.Second[i];
                if (sentence - Syntax.Sentence(Mentions[mention].Head) <= sentences)
                {
                    p[1 + mention] = arguments.Score[(i * Roles) + role];
                }
            }

            Softmax(p);
            return p;
        }

        public (Polarity Polarity, double Probability) Polarity(int k)
        {
            double[] p = [factuality.Polarity[2 * k], factuality.Polarity[(2 * k) + 1]];
            Softmax(p);
            return p[1] > p[0] ? (Knowledge.Polarity.Negative, p[1]) : (Knowledge.Polarity.Positive, p[0]);
        }

        public (Modality Modality, double Probability) Modality(int k)
        {
            var p = new double[5];
            for (var i = 0; i < 5; i++)
            {
                p[i] = factuality.Modality[(5 * k) + i];
            }

            Softmax(p);
            var best = IndexOfMax(p.AsSpan());
            return ((Modality)best, p[best]);
        }

        private static void Softmax(double[] values)
        {
            var max = values.Max();
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Math.Exp(values[i] - max);
                sum += values[i];
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] /= sum;
            }
        }
    }
}
