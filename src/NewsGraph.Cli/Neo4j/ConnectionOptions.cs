using System.CommandLine;
using NewsGraph.Neo4j.Connecting;
using Spectre.Console;

namespace NewsGraph.Cli.Neo4j;

/// <summary>Where the database is and who asks, the same for every command. A password is never an argument: arguments are seen by all.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string> uri = new("--neo4j") { Description = "Address of the server: http(s)://, or bolt://, neo4j:// in a build with the driver.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 } given ? given : "http://localhost:7474", HelpName = "URI" };
    private readonly Option<string> user = new("--user") { Description = "User of the database.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NEO4J_USER") is { Length: > 0 } given ? given : "neo4j", HelpName = "NAME" };
    private readonly Option<string?> passwordFile = new("--password-file") { Description = "File whose first line is the password. Without it: NEO4J_PASSWORD, else you are asked.", HelpName = "FILE" };
    private readonly Option<string> database = new("--database") { Description = "Database of the server.", DefaultValueFactory = _ => "neo4j", HelpName = "NAME" };
    private readonly Option<string?> certificate = new("--certificate") { Description = "PEM file of a certificate to trust, for a server with one of its own.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(uri);
        command.Add(user);
        command.Add(passwordFile);
        command.Add(database);
        command.Add(certificate);
    }

    /// <exception cref="UserError">The address is none, or there is no password.</exception>
    public IGraphDatabase Open(ParseResult parsed)
    {
        var text = parsed.GetValue(uri)!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw new UserError("--neo4j: this is no address. Give one like http://localhost:7474.");
        }

        // Refuses an address that holds a password, before anybody is asked for one.
        _ = new ConnectionSettings(address, "", "");
        var name = parsed.GetValue(user)!;
        return GraphDatabases.Open(new ConnectionSettings(address, name, Password(parsed.GetValue(passwordFile), name, address))
        {
            Database = parsed.GetValue(database)!,
            CertificateFile = parsed.GetValue(certificate),
        });
    }

    private static string Password(string? file, string user, Uri address)
    {
        if (file is not null)
        {
            try
            {
                using var reader = new StreamReader(file);
                return reader.ReadLine() is { Length: > 0 } line ? line : throw new UserError($"--password-file: the first line of {file} is empty. Put the password there.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new UserError($"--password-file: {file} cannot be read ({error.Message.TrimEnd('.')}).");
            }
        }

        if (Environment.GetEnvironmentVariable("NEO4J_PASSWORD") is { Length: > 0 } password)
        {
            return password;
        }

        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new UserError("There is no password. Set NEO4J_PASSWORD, or give --password-file FILE.");
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Prompt(new TextPrompt<string>($"Password of {Markup.Escape(user)} at {Markup.Escape(address.Authority)}:").Secret(mask: null).AllowEmpty());
    }
}
