namespace NewsGraph.Relating.States;

/// <summary>Finds relations that noun phrases state without a verb: titles, owners, demonyms, places after commas.</summary>
internal interface IStateFinder
{
    /// <summary>Adds what the phrase around this token states.</summary>
    void Match(int token, List<Candidate> found);
}
