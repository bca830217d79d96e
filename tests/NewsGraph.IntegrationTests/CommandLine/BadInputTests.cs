using System.Text;

namespace NewsGraph.IntegrationTests.CommandLine;

/// <summary>Input that no graph can be made of: one clear message, the right exit code, no stack trace, no half-written file, in bounded time.</summary>
public sealed class BadInputTests
{
    private NewsGraphProcess program = null!;

    [SetUp]
    public void MakeFolder() => program = new NewsGraphProcess();

    [TearDown]
    public void DropFolder() => program.Dispose();

    private static readonly object[] Inputs =
    [
        new TestCaseData("empty.txt", Array.Empty<byte>(), 2).SetArgDisplayNames("empty"),
        new TestCaseData("blank.txt", "  \n\n\t \n"u8.ToArray(), 2).SetArgDisplayNames("blank"),
        new TestCaseData("binary.txt", Enumerable.Range(0, 4096).Select(i => (byte)(i * 31)).ToArray(), 2).SetArgDisplayNames("binary"),
        new TestCaseData("latin1.txt", Encoding.Latin1.GetBytes("Le président a été réélu à l'été, a déclaré le ministère de la Santé. "), 2).SetArgDisplayNames("not UTF-8"),
        new TestCaseData("german.txt", Encoding.UTF8.GetBytes("Der Minister sagte am Montag, dass die Regierung die Steuern nicht senken werde. Die Opposition kritisierte die Entscheidung und forderte neue Wahlen im Herbst."), 2).SetArgDisplayNames("German"),
        new TestCaseData("brackets.txt", Encoding.UTF8.GetBytes(new string('(', 1_000_000)), 2).SetArgDisplayNames("a million brackets"),
        new TestCaseData("huge.txt", Enumerable.Repeat((byte)'a', 50_000_000).ToArray(), 2).SetArgDisplayNames("50 MB of one line"),
        new TestCaseData("sidecar/a.txt", "The minister met the mayor of Oslo."u8.ToArray(), 2).SetArgDisplayNames("broken sidecar"),
    ];

    [TestCaseSource(nameof(Inputs))]
    public void Build_BadInput_SaysWhatWhereAndWhatToDo(string name, byte[] bytes, int exitCode)
    {
        program.File(name, bytes);
        program.File("sidecar/a.json", "{ broken");
        var run = program.Start("build", name);
        AssertRefused(run, exitCode);
        Assert.That(run.Error, Does.Contain(Path.GetFileNameWithoutExtension(name)), "names the place");
        Assert.That(program.Files("newsgraph-out"), Is.Empty);
    }

    [TestCase("build", "nosuch.txt")]
    [TestCase("build", ".")]
    [TestCase("build")]
    [TestCase("bild", "a.txt")]
    [TestCase("build", "a.txt", "--published", "yesterday")]
    [TestCase("build", "a.txt", "--format", "pdf")]
    [TestCase("build", "a.txt", "--threads", "0")]
    [TestCase("build", "a.txt", "--threads", "many")]
    [TestCase("build", "a.txt", "--unknown")]
    [TestCase("annotate", "--stage", "dreaming", "a.txt")]
    [TestCase("annotate", "nosuch.txt")]
    public void Command_WrongUse_SaysSo(params string[] arguments)
    {
        if (!arguments.Contains("."))
        {
            program.File("a.txt", "The minister met the mayor of Oslo on Monday.");
        }

        AssertRefused(program.Start(arguments), 2);
    }

    [Test]
    public void Build_OutputCannotBeWritten_IsSaidBeforeTheWork()
    {
        program.File("taken", "a file, not a folder");
        var run = program.Start("build", NewsGraphProcess.Seed, "-o", "taken");
        AssertRefused(run, 2);
        Assert.That(run.Error, Does.Contain("taken").And.Contain("-o DIR"));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("Ministers meet in Oslo", Description = "only a headline")]
    [TestCase("The minister met the mayor of Oslo last week.\u202E\u200F Nobody knows why.", Description = "right-to-left marks, no date")]
    [TestCase("The minister\u0000 of\u0007 Norway met Anna Berg in Oslo on Monday.", Description = "control characters")]
    public void Build_OddInput_GivesAGraphOrSaysThatThereIsNothing(string text)
    {
        program.File("odd.txt", text);
        var run = program.Start("build", "odd.txt");
        Assert.That(run.ExitCode, Is.AnyOf(0, 1, 2), run.Error);
        Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("internal error"));
        Assert.That(program.Files("newsgraph-out"), run.ExitCode == 0 ? Is.EqualTo(new[] { "graph.graphml", "graph.json" }) : Is.Empty);
    }

    [Test]
    public void Build_LoneSurrogates_DoNotStopIt()
    {
        // CESU-8 style surrogate bytes are not UTF-8.
        program.File("lone.txt", [.. "The minister met Anna Berg "u8, 0xED, 0xA0, 0x80, .. " in Oslo."u8]);
        var run = program.Start("build", "lone.txt");
        Assert.That(run.ExitCode, Is.AnyOf(0, 2), run.Error);
        Assert.That(run.Error, Does.Not.Contain("   at "));
    }

    [Test]
    public void Build_Interrupted_LeavesNoHalfFile()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("signals are sent with kill");
        }

        for (var i = 0; i < 300; i++)
        {
            program.File($"news/{i}.txt", File.ReadAllText(NewsGraphProcess.Seed));
        }

        var run = program.Start(["build", "news", "--threads", "1"], TimeSpan.FromSeconds(3));
        Assert.That(run.Error, Does.Not.Contain("   at "));
        Assert.That(program.Files("newsgraph-out"), Is.Empty);
        Assert.That(run.ExitCode, Is.EqualTo(130), run.Error);
    }

    private static void AssertRefused(Run run, int exitCode)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error + run.Output);
            Assert.That(run.Error.Trim(), Is.Not.Empty);
            Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("internal error").And.Not.Contain("Unhandled"));
            Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.LessThanOrEqualTo(3));
            Assert.That(run.Time, Is.LessThan(TimeSpan.FromSeconds(30)));
        }
    }
}
