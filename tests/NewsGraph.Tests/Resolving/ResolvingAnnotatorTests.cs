using NewsGraph.Knowledge;
using NewsGraph.Recognizing;
using NewsGraph.Resolving;

namespace NewsGraph.Tests.Resolving;

public sealed class ResolvingAnnotatorTests
{
    [Test]
    public void Annotate_PartOfAName_SamePerson()
    {
        var entities = Entities("""
            Ada PROPN NNP Ada 3 nsubj B-PER
            Lorn PROPN NNP Lorn 1 flat I-PER
            spoke VERB VBD speak 0 root
            . PUNCT . . 3 punct

            Lorn PROPN NNP Lorn 2 nsubj B-PER
            left VERB VBD leave 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Ada Lorn: Ada Lorn | Lorn" }));
    }

    [Test]
    public void Annotate_TwoFullNamesOfOneFamily_StayApart()
    {
        var entities = Entities("""
            Ada PROPN NNP Ada 3 nsubj B-PER
            Lorn PROPN NNP Lorn 1 flat I-PER
            met VERB VBD meet 0 root
            Karl PROPN NNP Karl 3 obj B-PER
            Lorn PROPN NNP Lorn 4 flat I-PER
            . PUNCT . . 3 punct

            Lorn PROPN NNP Lorn 2 nsubj B-PER
            left VERB VBD leave 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Has.Length.EqualTo(2));
        Assert.That(entities[1], Is.EqualTo("Karl Lorn: Karl Lorn | Lorn"), "the nearest bearer takes the family name");
    }

    [Test]
    public void Annotate_DemonymAndCountry_OneCountry()
    {
        var entities = Entities("""
            Norwegian ADJ JJ norwegian 2 amod
            troops NOUN NNS troops 3 nsubj
            left VERB VBD leave 0 root
            Norway PROPN NNP Norway 3 obj B-LOC
            . PUNCT . . 3 punct
            """);
        Assert.That(entities, Does.Contain("Norway: Norwegian | Norway"));
    }

    [Test]
    public void Annotate_OfficeHolder_TheOfficeMeansThePerson()
    {
        var entities = Entities("""
            President NOUN NN president 2 nmod:desc
            Ada PROPN NNP Ada 4 nsubj B-PER
            Lorn PROPN NNP Lorn 2 flat I-PER
            visited VERB VBD visit 0 root
            Norway PROPN NNP Norway 4 obj B-LOC
            . PUNCT . . 4 punct

            The DET DT the 2 det
            president NOUN NN president 3 nsubj
            praised VERB VBD praise 0 root
            former ADJ JJ former 5 amod
            president NOUN NN president 6 nmod:desc
            Karl PROPN NNP Karl 3 obj B-PER
            Berg PROPN NNP Berg 6 flat I-PER
            . PUNCT . . 3 punct
            """);
        Assert.That(entities, Does.Contain("Ada Lorn: President Ada Lorn | The president"));
        Assert.That(entities, Does.Contain("Karl Berg: former president Karl Berg"));
    }

    [Test]
    public void Annotate_HisPredecessor_TheOtherHolderOfTheOffice()
    {
        var entities = Entities("""
            President NOUN NN president 2 nmod:desc
            Lorn PROPN NNP Lorn 3 nsubj B-PER
            replaced VERB VBD replace 0 root
            former ADJ JJ former 5 amod
            president NOUN NN president 6 nmod:desc
            Berg PROPN NNP Berg 3 obj B-PER
            . PUNCT . . 3 punct

            He PRON PRP he 2 nsubj
            thanked VERB VBD thank 0 root
            his PRON PRP$ his 4 nmod:poss
            predecessor NOUN NN predecessor 2 obj
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Does.Contain("Lorn: President Lorn | He | his"));
        Assert.That(entities, Does.Contain("Berg: former president Berg | his predecessor"));
    }

    [Test]
    public void Annotate_CountryInFocus_TheCountry()
    {
        var entities = Entities("""
            Norway PROPN NNP Norway 2 nsubj B-LOC
            voted VERB VBD vote 0 root
            . PUNCT . . 2 punct

            The DET DT the 2 det
            country NOUN NN country 3 nsubj
            celebrated VERB VBD celebrate 0 root
            . PUNCT . . 3 punct
            """);
        Assert.That(entities, Does.Contain("Norway: Norway | The country"));
    }

    [Test]
    public void Annotate_AcronymInBrackets_SameBody()
    {
        var entities = Entities("""
            The DET DT the 3 det
            Harbour PROPN NNP Harbour 3 compound B-ORG
            Union PROPN NNP Union 7 nsubj I-ORG
            ( PUNCT -LRB- ( 5 punct
            HU PROPN NNP HU 3 appos B-ORG
            ) PUNCT -RRB- ) 5 punct
            struck VERB VBD strike 0 root
            . PUNCT . . 7 punct

            HU PROPN NNP HU 2 nsubj B-ORG
            won VERB VBD win 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Harbour Union: The Harbour Union | HU | HU" }));
    }

    [Test]
    public void Annotate_SubjectAndObject_AreNotTheSame()
    {
        var entities = Entities("""
            Karl PROPN NNP Karl 3 nsubj B-PER
            Berg PROPN NNP Berg 1 flat I-PER
            spoke VERB VBD speak 0 root
            . PUNCT . . 3 punct

            Lorn PROPN NNP Lorn 2 nsubj B-PER
            thanked VERB VBD thank 0 root
            him PRON PRP he 2 obj
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Does.Contain("Karl Berg: Karl Berg | him"));
    }

    [Test]
    public void Annotate_QuotedI_IsTheSpeaker()
    {
        var entities = Entities("""
            " PUNCT `` " 3 punct
            I PRON PRP I 3 nsubj
            resign VERB VBP resign 7 ccomp
            , PUNCT , , 3 punct
            " PUNCT '' " 3 punct
            Lorn PROPN NNP Lorn 7 nsubj B-PER
            said VERB VBD say 0 root
            . PUNCT . . 7 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Lorn: I | Lorn" }));
    }

    [Test]
    public void Annotate_QuotedIBeforeItsSpeakersPronoun_BothAreThePerson()
    {
        var entities = Entities("""
            Ada PROPN NNP Ada 3 nsubj B-PER
            Lorn PROPN NNP Lorn 1 flat I-PER
            resigned VERB VBD resign 0 root
            . PUNCT . . 3 punct

            " PUNCT `` " 3 punct
            I PRON PRP I 3 nsubj
            tried VERB VBD try 7 ccomp
            , PUNCT , , 3 punct
            " PUNCT '' " 3 punct
            she PRON PRP she 7 nsubj
            said VERB VBD say 0 root
            . PUNCT . . 7 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Ada Lorn: Ada Lorn | I | she" }));
    }

    [Test]
    public void Annotate_PartialModifiers_TheSameAgency()
    {
        var entities = Entities("""
            Norway PROPN NNP Norway 5 nmod:poss B-LOC
            's PART POS 's 1 case
            anti ADJ JJ anti 4 amod
            corruption NOUN NN corruption 5 compound
            agency NOUN NN agency 6 nsubj
            spoke VERB VBD speak 0 root
            . PUNCT . . 6 punct

            Norway PROPN NNP Norway 4 nmod:poss B-LOC
            's PART POS 's 1 case
            corruption NOUN NN corruption 4 compound
            agency NOUN NN agency 5 nsubj
            closed VERB VBD close 0 root
            . PUNCT . . 5 punct
            """);
        Assert.That(entities.Count(e => e.Contains("agency", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Annotate_OnlyPronouns_NoEntity()
    {
        var entities = Entities("""
            They PRON PRP they 2 nsubj
            left VERB VBD leave 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.Empty);
    }

    [Test]
    public void Annotate_NameBehindItsDescription_SamePerson()
    {
        var entities = Entities("""
            Norway PROPN NNP Norway 4 nmod:poss B-LOC
            's PART POS 's 1 case
            prime ADJ JJ prime 4 amod
            minister NOUN NN minister 9 nsubj
            , PUNCT , , 9 punct
            Ada PROPN NNP Ada 9 nsubj B-PER
            Lorn PROPN NNP Lorn 6 flat I-PER
            , PUNCT , , 9 punct
            resigned VERB VBD resign 0 root
            . PUNCT . . 9 punct
            """);
        Assert.That(entities, Does.Contain("Ada Lorn: Norway's prime minister | Ada Lorn"));
    }

    [Test]
    public void Annotate_PossessorInSecondConjunct_IsTheFirst()
    {
        var entities = Entities("""
            Karl PROPN NNP Karl 3 nsubj B-PER
            Berg PROPN NNP Berg 1 flat I-PER
            heard VERB VBD hear 0 root
            Ola PROPN NNP Ola 3 obj B-PER
            Lorn PROPN NNP Lorn 4 flat I-PER
            and CCONJ CC and 8 cc
            his PRON PRP$ his 8 nmod:poss
            lawyer NOUN NN lawyer 4 conj
            . PUNCT . . 3 punct
            """);
        Assert.That(entities, Does.Contain("Ola Lorn: Ola Lorn | his"));
    }

    [Test]
    public void Annotate_CityOfName_IsTheCity()
    {
        var entities = Entities("""
            The DET DT the 2 det
            town NOUN NN town 5 nsubj
            of ADP IN of 4 case
            Marn PROPN NNP Marn 2 nmod B-LOC
            burned VERB VBD burn 0 root
            . PUNCT . . 5 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Marn: The town of Marn | Marn" }));
    }

    [Test]
    public void Annotate_CapitalThatActs_IsItsCountry()
    {
        var entities = Entities("""
            Norway PROPN NNP Norway 2 nsubj B-LOC
            protested VERB VBD protest 0 root
            . PUNCT . . 2 punct

            Oslo PROPN NNP Oslo 2 nsubj B-LOC
            objected VERB VBD object 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Norway: Norway | Oslo" }));
    }

    [Test]
    public void Annotate_CapitalAsPlace_StaysAPlace()
    {
        var entities = Entities("""
            Norway PROPN NNP Norway 2 nsubj B-LOC
            protested VERB VBD protest 0 root
            in ADP IN in 4 case
            Oslo PROPN NNP Oslo 2 obl B-LOC
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Norway: Norway", "Oslo: Oslo" }));
    }

    [Test]
    public void Annotate_SpellingsOfOneName_AreOne()
    {
        var entities = Entities("""
            Maria PROPN NNP Maria 3 nsubj B-PER
            Montoya PROPN NNP Montoya 1 flat I-PER
            spoke VERB VBD speak 0 root
            . PUNCT . . 3 punct

            Montaya PROPN NNP Montaya 2 nsubj B-PER
            left VERB VBD leave 0 root
            . PUNCT . . 2 punct
            """);
        Assert.That(entities, Is.EqualTo(new[] { "Maria Montoya: Maria Montoya | Montaya" }));
    }

    [Test]
    public void Annotate_GovernmentsOfTwoCountries_StayApart()
    {
        var entities = Entities("""
            The DET DT the 2 det
            government NOUN NN government 5 nsubj
            of ADP IN of 4 case
            Norway PROPN NNP Norway 2 nmod B-LOC
            thanked VERB VBD thank 0 root
            the DET DT the 7 det
            government NOUN NN government 5 obj
            of ADP IN of 9 case
            Denmark PROPN NNP Denmark 7 nmod B-LOC
            . PUNCT . . 5 punct

            The DET DT the 3 det
            Danish ADJ JJ danish 3 amod
            government NOUN NN government 4 nsubj
            agreed VERB VBD agree 0 root
            . PUNCT . . 4 punct
            """);
        Assert.That(entities, Does.Contain("the government of Denmark: the government of Denmark | The Danish government"));
    }

    /// <summary>"canonical name: mention | mention" of each entity.</summary>
    private static string[] Entities(string conll)
    {
        var doc = DocBuilder.Parse(conll);
        new RecognizingAnnotator().Annotate(doc);
        new ResolvingAnnotator().Annotate(doc);
        var mentions = doc.Get<MentionLayer>().Mentions;
        return [.. doc.Get<EntityLayer>().Entities.Select(e => $"{e.Name}: {string.Join(" | ", e.Mentions.Select(m => mentions[m].Span.Of(doc.Text)))}")];
    }
}
