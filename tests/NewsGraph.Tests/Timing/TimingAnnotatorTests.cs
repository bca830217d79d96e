using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Timing;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Timing;

public sealed class TimingAnnotatorTests
{
    // Published on Wednesday 12 June 2019.
    private static readonly DateOnly Published = new(2019, 6, 12);

    [TestCase("The bridge was opened on 9 January 2014.", "9 January 2014=2014-01-09")]
    [TestCase("It opened on Jan. 9, 2014.", "Jan. 9, 2014=2014-01-09")]
    [TestCase("It opened on Thursday, January 9, 2014.", "Thursday, January 9, 2014=2014-01-09")]
    [TestCase("It opened on the 9th of January.", "the 9th of January=2019-01-09")]
    [TestCase("It opened on 2014-01-09.", "2014-01-09=2014-01-09")]
    [TestCase("Voters went to the polls in March 2016.", "March 2016=2016-03")]
    [TestCase("Voters went to the polls in December.", "December=2018-12")]
    [TestCase("The law dates from 1987.", "1987=1987")]
    [TestCase("Strikes were common in the 1990s.", "the 1990s=1990/1999")]
    [TestCase("The fort is from the 19th century.", "the 19th century=1801/1900")]
    [TestCase("The march was held on Monday.", "Monday=2019-06-10")]
    [TestCase("The march was held on Wednesday.", "Wednesday=2019-06-12")]
    [TestCase("The march was held on Thursday night.", "Thursday night=2019-06-06")]
    [TestCase("They met last Friday.", "last Friday=2019-06-07")]
    [TestCase("They meet next Friday.", "next Friday=2019-06-14")]
    [TestCase("They met on Tuesday last week.", "Tuesday last week=2019-06-04")]
    [TestCase("They met yesterday afternoon.", "yesterday afternoon=2019-06-11")]
    [TestCase("They meet tomorrow.", "tomorrow=2019-06-13")]
    [TestCase("They met last week.", "last week=2019-W23")]
    [TestCase("They met earlier this month.", "earlier this month=2019-06")]
    [TestCase("They meet next year.", "next year=2020")]
    [TestCase("He left 30 years ago.", "30 years ago=1989")]
    [TestCase("He left two days ago.", "two days ago=2019-06-10")]
    [TestCase("He left three weeks ago.", "three weeks ago=2019-W21")]
    [TestCase("He left exactly a month ago.", "exactly a month ago=2019-05-12")]
    [TestCase("He left about two decades ago.", "about two decades ago=1999")]
    [TestCase("In recent days tension has grown.", "recent days=PAST_REF")]
    [TestCase("The talks ran from 3 to 5 March.", "3 to 5 March=2019-03-03/2019-03-05")]
    [TestCase("He ruled between 2014 and 2016.", "2014 and 2016=2014/2016")]
    [TestCase("He ruled from May 2014 to June 2016.", "May 2014 to June 2016=2014-05/2016-06")]
    [TestCase("He ruled 2014–16.", "2014–16=2014/2016")]
    [TestCase("The siege lasted three days.", "three days=P3D")]
    [TestCase("A four-day strike began.", "four-day=P4D")]
    [TestCase("He served four years and eight months.", "four years and eight months=P4Y8M")]
    [TestCase("It took three-and-a-half years.", "three-and-a-half years=P3.5Y")]
    [TestCase("It took half a century.", "half a century=P50Y")]
    [TestCase("It took more than six hours.", "more than six hours=PT6H")]
    [TestCase("It took a few weeks.", "a few weeks=PXW")]
    [TestCase("They fought for the past 22 years.", "the past 22 years=P22Y")]
    [TestCase("He retired last summer.", "last summer=2018-SU")]
    [TestCase("The shop burnt down in spring 2011.", "spring 2011=2011-SP")]
    [TestCase("The club closed at 7:45 p.m. on Friday.", "7:45 p.m. on Friday=2019-06-07T19:45")]
    [TestCase("They met last weekend.", "last weekend=2019-06-08/2019-06-09")]
    [TestCase("He left on New Year's Eve.", "New Year's Eve=2018-12-31")]
    public void Annotate_Expression_HasValue(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("A 30-year-old teacher spoke.")]
    [TestCase("She is 41 years old.")]
    [TestCase("Some 2000 people marched.")]
    [TestCase("Rain may fall, and crowds march.")]
    [TestCase("May she live long!")]
    [TestCase("Resolution 1973 was passed.")]
    [TestCase("They paid $2000 for it.")]
    [TestCase("A day of mourning was held.")]
    [TestCase("The second attempt failed.")]
    public void Annotate_NoTime_Silent(string text) => Assert.That(Read(text), Is.Empty);

    [TestCase("The march began on 3 May. The next day it grew.", "3 May=2019-05-03 | The next day=2019-05-04")]
    [TestCase("The march began on 3 May. Police came later that day.", "3 May=2019-05-03 | later that day=2019-05-03")]
    [TestCase("He came in 2004 and left three years later.", "2004=2004 | three years later=2007")]
    [TestCase("The next day it grew.", "The next day=XXXX-XX-XX")]
    [TestCase("He left three weeks later.", "three weeks later=P3W")]
    public void Annotate_Anaphor_CountsFromTheDayTold(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("They met on Monday.", "Monday=XXXX-WXX-1")]
    [TestCase("They met on 3 May.", "3 May=XXXX-05-03")]
    [TestCase("They met last week.", "last week=XXXX-WXX")]
    [TestCase("They met yesterday.", "yesterday=XXXX-XX-XX")]
    public void Annotate_NoPublicationDate_StaysUnresolved(string text, string expected) => Assert.That(Read(text, null), Is.EqualTo(expected));

    [Test]
    public void Annotate_FutureVerb_ComingWeekday()
    {
        var doc = DocBuilder.Parse(
            "They PRON PRP they 3 nsubj\nwill AUX MD will 3 aux\nmeet VERB VB meet 0 root\non ADP IN on 5 case\nMonday PROPN NNP Monday 3 obl\n. PUNCT . . 3 punct\n", Published);
        new TimingAnnotator().Annotate(doc);
        Assert.That(doc.Get<TimeLayer>().Times.Single().Value, Is.EqualTo("2019-06-17"));
    }

    [Test]
    public void Annotate_TodayInQuotation_IsTheDayOfTheSpeech() =>
        Assert.That(Read("He spoke on Monday. \"We act today,\" he said."), Is.EqualTo("Monday=2019-06-10 | today=2019-06-10"));

    private static string Read(string text) => Read(text, Published);

    private static string Read(string text, DateOnly? published)
    {
        var doc = new Doc(new Article("t", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]) { Published = published });
        new TokenizingAnnotator().Annotate(doc);
        new TimingAnnotator().Annotate(doc);
        return string.Join(" | ", doc.Get<TimeLayer>().Times.Select(t => t.Span.Of(text) + "=" + t.Value));
    }
}
