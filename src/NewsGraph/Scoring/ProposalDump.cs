using NewsGraph.Knowledge;
using NewsGraph.Relating;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;
using NewsGraph.Texts;
using Newtonsoft.Json;

namespace NewsGraph.Scoring;

/// <summary>
/// What the weighing of relations sees in annotated articles, one JSON object a line: entities with their mentions,
/// every proposal with its features, everything the rules found. The weights of proposals and the precision of rules are fitted on it
/// (<c>src/training/fit_proposals.py</c>).
/// </summary>
public static class ProposalDump
{
    /// <summary>
    /// Writes the articles of a gold folder, in order of their ids:
    /// <c>{"article", "features": [name], "entities": [[[start, end]]], "proposals": [{"type", "at", "sentence", "symmetric", "state", "subject", "object", "rule", "row"}], "rules": […]}</c>.
    /// A participant is <c>[entity, start, end, phrase]</c> or null; participants of one phrase are coordinated. Offsets are UTF-16 units of the text.
    /// </summary>
    /// <param name="pipeline">The whole pipeline.</param>
    /// <param name="texts">Further folders with texts.</param>
    /// <param name="pick">Only articles whose id it accepts.</param>
    /// <returns>The number of articles.</returns>
    /// <exception cref="Reading.ArticleFormatException">A text is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A gold file is unreadable.</exception>
    public static int Write(string folder, Pipeline pipeline, TextWriter output, IEnumerable<string>? texts = null, Predicate<string>? pick = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(output);
        var count = 0;
        foreach (var (id, gold, text) in GoldEvaluation.Articles(folder, texts, pick))
        {
            Write(id, GoldEvaluation.Analyze(gold, text, pipeline), output);
            output.Write('\n');
            count++;
        }

        return count;
    }

    /// <summary>One analysed article as one line, without its end.</summary>
    public static void Write(string id, Doc doc, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var syntax = new Syntax(doc);
        var map = new MentionMap(syntax, doc.Get<MentionLayer>(), doc.TryGet<EntityLayer>());
        var found = new RelatingAnnotator().FindByRules(syntax, map);
        var proposals = new CandidateMerger(doc, map, Ontology.Default).Weigh(found);
        using var json = new JsonTextWriter(output) { CloseOutput = false, AutoCompleteOnClose = false };
        json.WriteStartObject();
        Pair(json, "article", id);
        json.WritePropertyName("features");
        Array(json, ProposalWeights.Names);
        json.WritePropertyName("entities");
        json.WriteStartArray();
        foreach (var entity in doc.TryGet<EntityLayer>()?.Entities ?? [])
        {
            json.WriteStartArray();
            foreach (var mention in entity.Mentions)
            {
                Array(json, map[mention].Span.Start, map[mention].Span.End);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        var row = new double[ProposalWeights.Names.Length];
        json.WritePropertyName("proposals");
        json.WriteStartArray();
        foreach (var proposal in proposals)
        {
            ProposalWeights.Fill(row, proposal, map);
            json.WriteStartObject();
            Relation(json, syntax, map, proposal.Type, proposal.Token, proposal.Subject, proposal.Object, proposal.Rule?.Extractor);
            json.WritePropertyName("row");
            Array(json, System.Array.ConvertAll(row, static v => Math.Round(v, 4)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("rules");
        json.WriteStartArray();
        foreach (var candidate in found)
        {
            json.WriteStartObject();
            Relation(json, syntax, map, candidate.Type, candidate.Trigger, candidate.Subject, candidate.Object, candidate.Extractor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Relation(JsonTextWriter json, Syntax syntax, MentionMap map, RelationType type, int trigger, int subject, int @object, string? rule)
    {
        Pair(json, "type", type.Name);
        Pair(json, "at", syntax.Words.Tokens[trigger].Span.Start);
        Pair(json, "sentence", syntax.Words.Tokens[trigger].Sentence);
        Pair(json, "symmetric", type.IsSymmetric);
        Pair(json, "state", type.IsState);
        Participant(json, "subject", syntax, map, subject);
        Participant(json, "object", syntax, map, @object);
        Pair(json, "rule", rule);
    }

    private static void Participant(JsonTextWriter json, string name, Syntax syntax, MentionMap map, int mention)
    {
        json.WritePropertyName(name);
        if (mention < 0)
        {
            json.WriteNull();
            return;
        }

        var phrase = map[mention].Head;
        while (syntax.Tree.Relation(phrase) == "conj")
        {
            phrase = syntax.Tree.Head(phrase);
        }

        Array(json, map.EntityOf(mention), map[mention].Span.Start, map[mention].Span.End, phrase);
    }

    private static void Pair<T>(JsonTextWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        json.WriteValue((object?)value);
    }

    private static void Array<T>(JsonTextWriter json, params ReadOnlySpan<T> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteValue((object?)value);
        }

        json.WriteEndArray();
    }
}
