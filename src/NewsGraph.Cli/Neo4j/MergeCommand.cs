using System.CommandLine;
using NewsGraph.Neo4j.Loading;

namespace NewsGraph.Cli.Neo4j;

/// <summary><c>newsgraph merge</c>: two entities are one, now and after later pushes.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var kept = new Argument<string>("A") { Description = "Id or name of the entity that stays." };
        var other = new Argument<string>("B") { Description = "Id or name of the one that is the same." };
        var connection = new ConnectionOptions();
        var command = new Command("merge", "Record in Neo4j that B is A: one node now, and after later pushes.") { kept, other };
        connection.AddTo(command);
        Neo4jCommands.SetAction(command, async (parsed, cancel) =>
        {
            var database = connection.Open(parsed);
            await using var closing = database.ConfigureAwait(false);
            var editor = new IdentityEditor(database, Neo4jCommands.Types);
            var a = await editor.FindAsync(parsed.GetValue(kept)!, cancel).ConfigureAwait(false);
            var b = await editor.FindAsync(parsed.GetValue(other)!, cancel).ConfigureAwait(false);
            await editor.MergeAsync(a, b, cancel).ConfigureAwait(false);
            await Console.Error.WriteLineAsync($"{b.Name} ({b.Id}) is now {a.Name} ({a.Id}). To undo: newsgraph split {a.Id} --identity {b.Keys.FirstOrDefault(k => k == b.Id) ?? b.Keys[0]}").ConfigureAwait(false);
            return CommandLine.Done;
        });
        return command;
    }
}

/// <summary><c>newsgraph split</c>: what was one entity is two, now and after later pushes.</summary>
internal static class SplitCommand
{
    public static Command Create()
    {
        var entity = new Argument<string>("ENTITY") { Description = "Id or name of the entity." };
        var identity = new Option<string?>("--identity") { Description = "One of the identities that were merged into it.", HelpName = "ID" };
        var article = new Option<string?>("--article") { Description = "What this article says of it is about somebody else.", HelpName = "ARTICLE-ID" };
        var connection = new ConnectionOptions();
        var command = new Command("split", "Record in Neo4j that an entity is two; without an option, list what came together in it.") { entity, identity, article };
        connection.AddTo(command);
        Neo4jCommands.SetAction(command, async (parsed, cancel) =>
        {
            if (parsed.GetValue(identity) is not null && parsed.GetValue(article) is not null)
            {
                throw new UserError("Give --identity or --article, not both.");
            }

            var database = connection.Open(parsed);
            await using var closing = database.ConfigureAwait(false);
            var editor = new IdentityEditor(database, Neo4jCommands.Types);
            var found = await editor.FindAsync(parsed.GetValue(entity)!, cancel).ConfigureAwait(false);
            if (parsed.GetValue(identity) is { } key)
            {
                var (id, _) = await editor.SplitKeyAsync(found, key, cancel).ConfigureAwait(false);
                await Console.Error.WriteLineAsync($"{key} is now {id}, apart from {found.Name} ({found.Id}).").ConfigureAwait(false);
            }
            else if (parsed.GetValue(article) is { } from)
            {
                var (id, _) = await editor.SplitArticleAsync(found, from, cancel).ConfigureAwait(false);
                await Console.Error.WriteLineAsync($"{found.Name} of article {from} is now {id}, apart from {found.Id}.").ConfigureAwait(false);
            }
            else
            {
                foreach (var one in found.Keys)
                {
                    Console.WriteLine(one);
                }
            }

            return CommandLine.Done;
        });
        return command;
    }
}
