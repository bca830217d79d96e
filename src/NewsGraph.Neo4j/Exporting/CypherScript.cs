using System.Text;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Neo4j.Exporting;

/// <summary>
/// A push as a script for cypher-shell and Neo4j Browser: the same statements, with the rows written into them. Run again, it
/// replaces the facts of its articles. Unlike a push it does not see what is in the database: decisions of people about
/// identities are not applied, and direct edges that only an older version of an article supported remain.
/// </summary>
public static class CypherScript
{
    /// <summary>Rows of one statement; Browser and shells read a statement whole.</summary>
    private const int RowsPerStatement = 500;

    public static void Write(IEnumerable<ArticleRecord> articles, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("// A news graph. Run: cypher-shell -f FILE, or drop the file on Neo4j Browser.\n");
        foreach (var statement in Statements.Schema)
        {
            output.Write(statement + ";\n");
        }

        output.Write(Statements.AwaitIndexes + ";\n");
        var nodes = new SortedSet<string>(StringComparer.Ordinal);
        var claims = new HashSet<Claim>();
        foreach (var article in articles)
        {
            var rows = ParameterRows.Of([article], (key, _) => key);
            nodes.UnionWith(rows.Nodes);
            claims.UnionWith(rows.Claims);
            string[] ids = [article.Id];
            output.Write("// " + RelationTypeList.Shown(article.Id) + "\n");
            Write(output, Statements.RemoveRelations, "ids", ids);
            Write(output, Statements.RemoveSentences, "ids", ids);
            Write(output, Statements.RemoveMentions, "ids", ids);
            Write(output, Statements.LockEntities, "rows", rows.Nodes);
            Write(output, Statements.WriteArticles, "rows", rows.Articles);
            Write(output, Statements.WriteSentences, "rows", rows.Sentences);
            Write(output, Statements.WriteMentions, "rows", rows.Mentions);
            Write(output, Statements.WriteRelations, "rows", rows.Relations);
            Write(output, Statements.WriteSubjects, "rows", rows.Subjects);
            Write(output, Statements.WriteObjects, "rows", rows.Objects);
            Write(output, Statements.WriteArguments, "rows", rows.Arguments);
            Write(output, Statements.WriteAttributions, "rows", rows.Attributions);
        }

        output.Write("// What follows from all of them\n");
        Write(output, Statements.DescribeEntities, "rows", nodes);
        foreach (var label in Statements.EntityLabels)
        {
            Write(output, Statements.LabelEntities(label), "rows", nodes);
        }

        Write(output, Statements.UnlabelEntities, "rows", nodes);
        foreach (var (type, rows) in GraphTransaction.EdgeRows(claims))
        {
            Write(output, Statements.DrawEdges(type), "rows", rows);
        }
    }

    private static void Write<T>(TextWriter output, string statement, string parameter, IReadOnlyCollection<T> rows)
    {
        foreach (var slice in rows.Chunk(RowsPerStatement))
        {
            var literal = new StringBuilder();
            CypherLiteral.Append(literal, slice);
            output.Write(statement.Replace("$" + parameter, literal.ToString(), StringComparison.Ordinal));
            output.Write(";\n");
        }
    }
}
