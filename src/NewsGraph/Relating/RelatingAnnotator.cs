using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;
using NewsGraph.Relating.States;
using NewsGraph.Texts;

namespace NewsGraph.Relating;

/// <summary>
/// Finds relations: rules over the trees and mentions, weighed and merged, with attributes, time, polarity, modality and on whose word they stand.
/// Entities, statements, times and factuality are used where they are there.
/// </summary>
public sealed class RelatingAnnotator : IAnnotator
{
    private readonly RuleBook book = RuleBook.Default;

    public string Name => "relating";

    public IReadOnlyList<Type> Needs => [typeof(TokenLayer), typeof(TagLayer), typeof(TreeLayer), typeof(MentionLayer)];

    public IReadOnlyList<Type> Adds => [typeof(RelationLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var syntax = new Syntax(doc);
        var map = new MentionMap(syntax, doc.Get<MentionLayer>(), doc.TryGet<EntityLayer>());
        var candidates = FindByRules(syntax, map);
        var kept = new CandidateMerger(doc, map, Ontology.Default).Merge(candidates);
        var circumstances = new Circumstances(doc, syntax, map);
        List<RelationMention> relations = new(kept.Count);
        foreach (var proposal in kept)
        {
            relations.Add(circumstances.Complete(proposal));
        }

        doc.Add(new RelationLayer(relations));
    }

    /// <summary>What the rules propose in title, captions and body.</summary>
    internal List<Candidate> FindByRules(Syntax syntax, MentionMap map)
    {
        List<Candidate> candidates = [];
        var engine = new RuleEngine(book, syntax, map);
        IReadOnlyList<IStateFinder> states = [new OfficeFinder(syntax, map), new BelongingFinder(syntax, map), new PlaceFinder(syntax, map), new BondFinder(syntax, map)];
        foreach (var sentence in syntax.Words.Sentences)
        {
            if (sentence.Part is not (ArticlePart.Title or ArticlePart.Body or ArticlePart.Caption))
            {
                continue;
            }

            for (var token = sentence.First; token < sentence.End; token++)
            {
                engine.Match(token, candidates);
                foreach (var state in states)
                {
                    state.Match(token, candidates);
                }
            }
        }

        return candidates;
    }
}
