using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Resources;

namespace NewsGraph.Relating.Rules;

/// <summary>All rules, indexed by the lemma of their trigger. Immutable.</summary>
internal sealed class RuleBook
{
    private const double UsualConfidence = 0.7;
    private readonly Dictionary<string, List<Trigger>> byLemma = new(StringComparer.OrdinalIgnoreCase);

    private RuleBook(IReadOnlyList<Rule> rules) => Rules = rules;

    /// <summary>The rules that ship with the library, read once.</summary>
    public static RuleBook Default => Holder.Value;

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Triggers of this lemma, or null.</summary>
    public List<Trigger>? At(string lemma) => byLemma.GetValueOrDefault(lemma);

    /// <exception cref="FormatException">A rule is not well formed; the message names file and line.</exception>
    public static RuleBook Load(Ontology ontology)
    {
        var measured = Precisions();
        List<Rule> rules = [];
        List<Trigger> triggers = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var path in ResourceFiles.List("ontology/rules/"))
        {
            foreach (var block in BlockFile.Read(path))
            {
                var rule = Read(block, ontology, measured);
                if (!ids.Add(rule.Id))
                {
                    throw block.Error($"the rule '{rule.Id}' is there twice");
                }

                rules.Add(rule);
                AddTriggers(triggers, rule, block.List("verb"), 'V');
                AddTriggers(triggers, rule, block.List("noun"), 'N');
                AddTriggers(triggers, rule, block.List("adj"), 'A');
            }
        }

        var book = new RuleBook(rules);
        foreach (var trigger in triggers)
        {
            if (!book.byLemma.TryGetValue(trigger.Lemma, out var list))
            {
                book.byLemma.Add(trigger.Lemma, list = []);
            }

            list.Add(trigger);
        }

        return book;
    }

    private static void AddTriggers(List<Trigger> triggers, Rule rule, string[] patterns, char tag)
    {
        foreach (var pattern in patterns)
        {
            triggers.Add(Trigger.Parse(rule, pattern, tag));
        }
    }

    private static Rule Read(Block block, Ontology ontology, Dictionary<string, double> measured)
    {
        var id = block.Required("rule");
        if (!ontology.TryGet(block.Required("type"), out var type))
        {
            throw block.Error($"'{block["type"]}' is no type of types.yml");
        }

        var (subject, @object) = Arguments(block, "args", "agent > patient");
        var (nounSubject, nounObject) = block["nargs"] is null ? (subject, @object) : Arguments(block, "nargs", string.Empty);
        return new Rule
        {
            Id = id,
            Type = type,
            Subject = subject,
            Object = @object,
            NounSubject = nounSubject,
            NounObject = nounObject,
            OwnerUndergoes = block["owner"] == "patient",
            Conditions = block.List("if"),
            Modality = block["modality"] is { } modality ? Enum.Parse<Modality>(modality, ignoreCase: true) : null,
            Polarity = block["polarity"] is { } polarity ? Enum.Parse<Polarity>(polarity, ignoreCase: true) : null,
            Confidence = measured.TryGetValue(id, out var precision) ? precision : UsualConfidence,
            SubjectTypes = block["subject"] is null ? type.Subjects : Ontology.TypesOf(block, "subject"),
            ObjectTypes = block["object"] is null ? type.Objects : Ontology.TypesOf(block, "object"),
            Also = block.Flag("also"),
            Example = block["example"],
            Finds = block["finds"],
            Silent = block["silent"],
            Known = block["known"],
        };
    }

    private static (ArgumentRole Subject, ArgumentRole Object) Arguments(Block block, string key, string usual)
    {
        var sides = (block[key] ?? usual).Split('>');
        return sides.Length == 2
            ? (ArgumentRole.Parse(sides[0]), ArgumentRole.Parse(sides[1]))
            : throw block.Error($"'{key}' must be 'subject > object'");
    }

    /// <summary>Rule id → precision, measured on annotated news (<c>ontology/precision.tsv</c>; rules with too few finds are not in it).</summary>
    private static Dictionary<string, double> Precisions()
    {
        Dictionary<string, double> table = new(StringComparer.Ordinal);
        foreach (var row in ResourceFiles.ReadTable("ontology/precision.tsv"))
        {
            table[row[0]] = double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        return table;
    }

    private static class Holder
    {
        public static readonly RuleBook Value = Load(Ontology.Default);
    }
}
