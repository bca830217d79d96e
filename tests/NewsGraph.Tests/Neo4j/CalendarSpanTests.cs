using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Tests.Neo4j;

public sealed class CalendarSpanTests
{
    [TestCase("2022-01-09", "2022-01-09", "2022-01-09")]
    [TestCase("2022-01-09T14:30", "2022-01-09", "2022-01-09")]
    [TestCase("2022-01", "2022-01-01", "2022-01-31")]
    [TestCase("2024-02", "2024-02-01", "2024-02-29")]
    [TestCase("2022", "2022-01-01", "2022-12-31")]
    [TestCase("2022-W01", "2022-01-03", "2022-01-09")]
    [TestCase("2020-W53", "2020-12-28", "2021-01-03")]
    [TestCase("2022-W01-WE", "2022-01-08", "2022-01-09")]
    [TestCase("2022-W01-5", "2022-01-07", "2022-01-07")]
    [TestCase("2022-Q2", "2022-04-01", "2022-06-30")]
    [TestCase("2022-H2", "2022-07-01", "2022-12-31")]
    [TestCase("2022-SU", "2022-06-01", "2022-08-31")]
    [TestCase("2022-WI", "2022-12-01", "2023-02-28")]
    [TestCase("199X", "1990-01-01", "1999-12-31")]
    [TestCase("199", "1990-01-01", "1999-12-31")]
    [TestCase("2022-01-05/2022-01-09", "2022-01-05", "2022-01-09")]
    [TestCase("2021/2022-02", "2021-01-01", "2022-02-28")]
    public void Parse_CalendarValue_GivesFirstAndLastDay(string value, string first, string last) =>
        Assert.That(CalendarSpan.Parse(value), Is.EqualTo(new CalendarSpan(DateOnly.Parse(first), DateOnly.Parse(last))));

    [TestCase("P3D")]
    [TestCase("PAST_REF")]
    [TestCase("XXXX-WXX-1")]
    [TestCase("2022-02-30")]
    [TestCase("2022-13")]
    [TestCase("2021-W53")]
    [TestCase("2022-W00")]
    [TestCase("2022-01-09/2022-01-05")]
    [TestCase("2022-XX-09")]
    [TestCase("0000")]
    [TestCase("20222")]
    [TestCase("")]
    [TestCase("/")]
    public void Parse_NoDays_GivesNone(string value) => Assert.That(CalendarSpan.Parse(value), Is.Null);
}
