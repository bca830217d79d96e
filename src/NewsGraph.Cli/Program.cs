using NewsGraph.Cli;

return await CommandLine.RunAsync(args);
