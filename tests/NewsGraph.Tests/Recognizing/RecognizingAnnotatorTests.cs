using NewsGraph.Knowledge;
using NewsGraph.Recognizing;

namespace NewsGraph.Tests.Recognizing;

public sealed class RecognizingAnnotatorTests
{
    [Test]
    public void Annotate_TitleAndName_OneMentionOfAPerson()
    {
        var mentions = Mentions("""
            President NOUN NN president 2 nmod:desc
            Ada PROPN NNP Ada 4 nsubj B-PER
            Lorn PROPN NNP Lorn 2 flat I-PER
            left VERB VBD leave 0 root
            . PUNCT . . 4 punct
            """);
        Assert.That(mentions.Select(m => (m.Text, m.Type, m.Kind)), Is.EqualTo(new[] { ("President Ada Lorn", EntityType.Person, MentionKind.Name) }));
    }

    [Test]
    public void Annotate_CounterpartWithName_PersonCountryAndPossessor()
    {
        var mentions = Mentions("""
            He PRON PRP he 2 nsubj
            met VERB VBD meet 0 root
            his PRON PRP$ his 5 nmod:poss
            Norwegian ADJ JJ norwegian 5 amod
            counterpart NOUN NN counterpart 6 nmod:desc
            Ola PROPN NNP Ola 2 obj B-PER
            Berg PROPN NNP Berg 6 flat I-PER
            . PUNCT . . 2 punct
            """);
        Assert.That(mentions.Select(m => (m.Text, m.Type)), Is.EqualTo(new[]
        {
            ("He", EntityType.Person), ("his", EntityType.Person), ("Norwegian", EntityType.Country), ("his Norwegian counterpart Ola Berg", EntityType.Person),
        }));
    }

    [Test]
    public void Annotate_CountedPeople_QuantityOnTheMention()
    {
        var mentions = Mentions("""
            Police NOUN NNS police 2 nsubj
            held VERB VBD hold 0 root
            nearly ADV RB nearly 4 advmod
            8,000 NUM CD 8,000 5 nummod
            people NOUN NNS people 2 obj
            . PUNCT . . 2 punct
            """);
        var people = mentions.Single(m => m.Text == "nearly 8,000 people");
        Assert.That(people.Type, Is.EqualTo(EntityType.Group));
        Assert.That(people.Quantity, Is.EqualTo(new Quantity(8000, Approximation.Nearly, "people", "nearly 8,000 people")));
    }

    [Test]
    public void Annotate_SumOfMoney_QuantityOnTheMention()
    {
        var mentions = Mentions("""
            They PRON PRP they 2 nsubj
            paid VERB VBD pay 0 root
            over ADP IN over 4 advmod
            $ SYM $ $ 2 obj
            3 NUM CD 3 4 nummod
            million NUM CD million 5 flat
            . PUNCT . . 2 punct
            """);
        Assert.That(mentions.Select(m => m.Quantity).Single(q => q is not null), Has.Property(nameof(Quantity.Value)).EqualTo(3000000m).And.Property(nameof(Quantity.Approximation)).EqualTo(Approximation.MoreThan));
    }

    [Test]
    public void Annotate_ExpletivesAndRelatives_AreNoMentions()
    {
        var mentions = Mentions("""
            It PRON PRP it 3 nsubj
            is AUX VBZ be 3 cop
            clear ADJ JJ clear 0 root
            that SCONJ IN that 6 mark
            there PRON EX there 6 expl
            were VERB VBD be 3 csubj
            rebels NOUN NNS rebel 6 nsubj
            who PRON WP who 9 nsubj
            fled VERB VBD flee 7 acl:relcl
            . PUNCT . . 3 punct
            """);
        Assert.That(mentions.Select(m => m.Text), Is.EqualTo(new[] { "rebels" }));
    }

    [Test]
    public void Annotate_CopularPredicate_IsNoMention()
    {
        var mentions = Mentions("""
            Lorn PROPN NNP Lorn 4 nsubj B-PER
            is AUX VBZ be 4 cop
            a DET DT a 4 det
            minister NOUN NN minister 0 root
            . PUNCT . . 4 punct
            """);
        Assert.That(mentions.Select(m => m.Text), Is.EqualTo(new[] { "Lorn" }));
    }

    [Test]
    public void Annotate_OrganizationWithCountry_BothAreMentions()
    {
        var mentions = Mentions("""
            The DET DT the 3 det
            Norwegian ADJ JJ norwegian 3 amod B-ORG
            Navy PROPN NNP Navy 4 nsubj I-ORG
            sailed VERB VBD sail 0 root
            . PUNCT . . 4 punct
            """);
        Assert.That(mentions.Select(m => (m.Text, m.Type)), Is.EqualTo(new[] { ("Norwegian", EntityType.Country), ("The Norwegian Navy", EntityType.Organization) }));
    }

    [Test]
    public void Annotate_NameCutInTwo_IsOne()
    {
        var mentions = Mentions("""
            Jean PROPN NNP Jean 3 nsubj B-PER
            Marn PROPN NNP Marn 1 flat B-PER
            spoke VERB VBD speak 0 root
            . PUNCT . . 3 punct
            """);
        Assert.That(mentions.Select(m => m.Text), Is.EqualTo(new[] { "Jean Marn" }));
    }

    [Test]
    public void Annotate_BodiesInThePlural_AreAGroup()
    {
        var mentions = Mentions("""
            Militias NOUN NNS militia 2 nsubj
            attacked VERB VBD attack 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(mentions.Single().Type, Is.EqualTo(EntityType.Group));
    }

    private static List<(string Text, EntityType Type, MentionKind Kind, Quantity? Quantity)> Mentions(string conll)
    {
        var doc = DocBuilder.Parse(conll);
        new RecognizingAnnotator().Annotate(doc);
        return [.. doc.Get<MentionLayer>().Mentions.Select(m => (m.Span.Of(doc.Text), m.Type, m.Kind, m.Quantity))];
    }
}
