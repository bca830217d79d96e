using System.Reflection;
using System.Reflection.Emit;

namespace NewsGraph.Tests;

/// <summary>
/// The house has one-way doors: Texts ← Knowledge ← every stage, no stage sees another, Resources is a leaf,
/// only the pipeline's builder sees all. Read off the compiled code, method bodies included.
/// </summary>
public sealed class DependencyTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Assembly Library = typeof(Pipeline).Assembly;

    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value, o => o.OperandType);

    /// <summary>Rooms that a room may enter besides itself; a room not listed is a stage.</summary>
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Texts"] = [],
        // Lexicons speak of entity types.
        ["Resources"] = ["Knowledge"],
        ["Knowledge"] = ["Texts"],
        // Measures the others from outside, as the command line does.
        ["Scoring"] = ["*"],
    };

    private static readonly string[] StageDoors = ["Texts", "Knowledge", "Resources", "root:IAnnotator"];

    private static IEnumerable<string> Rooms() => Library.GetTypes().Select(RoomOf).OfType<string>().Where(r => r != "root").Distinct().Order();

    [TestCaseSource(nameof(Rooms))]
    public void Room_Uses_OnlyWhatItMay(string room)
    {
        var doors = Doors.GetValueOrDefault(room, StageDoors);
        if (doors.Contains("*"))
        {
            Assert.Pass();
        }

        var strays = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Library.GetTypes().Where(t => RoomOf(t) == room))
        {
            foreach (var used in UsedBy(type))
            {
                var other = RoomOf(used);
                if (other is not null && other != room && !doors.Contains(other) && !doors.Contains($"{other}:{used.Name}"))
                {
                    strays.Add($"{type.FullName} uses {used.FullName}");
                }
            }
        }

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Library_HasNoConsoleNetworkOrDatabase()
    {
        var names = Library.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.That(names.Where(n => n is "System.Console" or "System.Net.Http" or "System.Net.Sockets" || n.StartsWith("Neo4j", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Root_OnlyTheBuilder_SeesStages()
    {
        var strays = Library.GetTypes().Where(t => RoomOf(t) == "root" && Outermost(t).Name is not "PipelineBuilder")
            .SelectMany(t => UsedBy(t).Select(RoomOf).Where(r => r is not null and not ("root" or "Texts" or "Knowledge")).Select(r => $"{t.FullName} uses {r}"))
            .Distinct();
        Assert.That(strays, Is.Empty);
    }

    private static string? RoomOf(Type type)
    {
        if (type.Assembly != Library)
        {
            return null;
        }

        var name = Outermost(type).Namespace;
        return name is null || !name.StartsWith("NewsGraph", StringComparison.Ordinal) ? null
            : name.Split('.') is { Length: > 1 } parts ? parts[1] : "root";
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static HashSet<Type> UsedBy(Type type)
    {
        HashSet<Type> used = [];
        Add(used, type.BaseType);
        foreach (var face in type.GetInterfaces())
        {
            Add(used, face);
        }

        foreach (var field in type.GetFields(All))
        {
            Add(used, field.FieldType);
        }

        foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        {
            Add(used, (method as MethodInfo)?.ReturnType);
            foreach (var parameter in method.GetParameters())
            {
                Add(used, parameter.ParameterType);
            }

            if (method.GetMethodBody() is { } body)
            {
                foreach (var local in body.LocalVariables)
                {
                    Add(used, local.LocalType);
                }

                foreach (var member in Members(method, body.GetILAsByteArray()!))
                {
                    Add(used, member as Type ?? member.DeclaringType);
                }
            }
        }

        return used;
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter || !used.Add(type))
        {
            return;
        }

        Add(used, type.GetElementType());
        foreach (var argument in type.GetGenericArguments())
        {
            Add(used, argument);
        }
    }

    /// <summary>Types, methods and fields that the instructions name.</summary>
    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < il.Length;)
        {
            var code = (short)il[at++];
            if (code == 0xFE)
            {
                code = unchecked((short)(0xFE00 | il[at++]));
            }

            var operand = Operands[code];
            if (operand is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
