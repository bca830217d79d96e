using NewsGraph.Texts;

namespace NewsGraph.Decoding;

/// <summary>
/// Turns the encoder's scores into layers: tags and lemmas, trees, names, frames.
/// Every sentence gets one tree with one root; names are legal BIO sequences.
/// </summary>
public sealed class DecodingAnnotator : IAnnotator
{
    private readonly Lemmatizer lemmatizer = Lemmatizer.Shared;

    public string Name => "parsing";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer), typeof(SyntaxScores)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(TagLayer), typeof(TreeLayer), typeof(NameLayer), typeof(FrameLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var tokens = doc.Get<TokenLayer>();
        var scores = doc.Get<SyntaxScores>();
        var tree = Trees(tokens, scores);
        doc.Add(Tags(tokens, scores, tree));
        doc.Add(tree);
        doc.Add(Names(tokens, scores));
        doc.Add(Frames(tokens, scores));
    }

    private static TreeLayer Trees(TokenLayer tokens, SyntaxScores scores)
    {
        var heads = new int[tokens.Count];
        var relations = new string[tokens.Count];
        var labels = scores.Labels.Relations;
        foreach (var sentence in tokens.Sentences)
        {
            var local = TreeDecoder.Decode(scores.Arcs[sentence.Index], sentence.Count);
            for (var i = 0; i < local.Length; i++)
            {
                var token = sentence.First + i;
                heads[token] = local[i] == 0 ? -1 : sentence.First + local[i] - 1;
                relations[token] = local[i] == 0 ? "root" : Label(scores, labels, token, local[i]);
            }
        }

        return new TreeLayer(heads, relations);
    }

    /// <summary>The label of the arc to this head; the best head's label where repair chose a head beyond the three best.</summary>
    private static string Label(SyntaxScores scores, IReadOnlyList<string> labels, int token, int head)
    {
        var from = token * SyntaxScores.BestHeadCount;
        for (var k = 0; k < SyntaxScores.BestHeadCount; k++)
        {
            if (scores.BestHeads[from + k] == head)
            {
                return NotRoot(labels[scores.BestLabels[from + k]]);
            }
        }

        for (var k = 0; k < SyntaxScores.BestHeadCount; k++)
        {
            if (scores.BestHeads[from + k] > 0)
            {
                return NotRoot(labels[scores.BestLabels[from + k]]);
            }
        }

        return "dep";
    }

    private static string NotRoot(string label) => label == "root" ? "parataxis" : label;

    private TagLayer Tags(TokenLayer tokens, SyntaxScores scores, TreeLayer tree)
    {
        var upos = new string[tokens.Count];
        var xpos = new string[tokens.Count];
        var lemmas = new string[tokens.Count];
        foreach (var sentence in tokens.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                upos[i] = scores.Labels.Upos[scores.Upos[i]];
                xpos[i] = scores.Labels.Xpos[scores.Xpos[i]];
            }

            for (var i = sentence.First; i < sentence.End; i++)
            {
                lemmas[i] = IsClippedHave(tokens.Word(i), i, xpos, tree) ? "have" : lemmatizer.Lemma(tokens.Word(i), xpos[i], i == sentence.First);
            }
        }

        return new TagLayer(upos, xpos, lemmas);
    }

    /// <summary>"'s" before a participle in the perfect is "has": an aux, not aux:pass, of a VBN.</summary>
    private static bool IsClippedHave(string word, int token, string[] xpos, TreeLayer tree) =>
        word.Length == 2 && word[1] is 's' or 'S' && word[0] is '\'' or '’' && xpos[token] == "VBZ"
        && tree.Relation(token) == "aux" && tree.Head(token) is var head && head >= 0 && xpos[head] == "VBN";

    private static NameLayer Names(TokenLayer tokens, SyntaxScores scores)
    {
        List<NameSpan> names = [];
        var decoder = new NameDecoder(scores.Labels.Names);
        var width = scores.Labels.Names.Count;
        foreach (var sentence in tokens.Sentences)
        {
            decoder.Decode(scores.Names.AsSpan(sentence.First * width, sentence.Count * width), sentence.First, names);
        }

        return new NameLayer(names);
    }

    private static FrameLayer Frames(TokenLayer tokens, SyntaxScores scores)
    {
        var frames = new Frame[scores.Predicates.Length];
        for (var p = 0; p < frames.Length; p++)
        {
            var predicate = scores.Predicates[p];
            var first = tokens.SentenceOf(predicate).First;
            var roles = scores.Roles[p];
            List<FrameArgument> arguments = [];
            for (var i = 0; i < roles.Length; i++)
            {
                if (roles[i] != 0)
                {
                    arguments.Add(new FrameArgument(scores.Labels.Roles[roles[i]], first + i));
                }
            }

            frames[p] = new Frame(predicate, arguments);
        }

        return new FrameLayer(frames);
    }
}
