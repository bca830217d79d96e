namespace NewsGraph.Cli;

/// <summary>Something the user can put right: shown as one message, without a stack trace, exit code 2.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
internal sealed class UserError(string message) : Exception(message);
