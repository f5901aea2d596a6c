package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups what people do with documents that wait for them. */
@Command(
    name = "review",
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewApproveCommand.class,
      ReviewReleaseCommand.class,
      ReviewRejectCommand.class
    },
    header = "Shows documents that wait for a person, and takes the decisions about them.",
    description = {
      "A held document takes one decision: approve or reject. A quarantined one is served only",
      "after one person approved and another one released it; the user of the operating system, or",
      "whoever called sudo, counts as the person. Every decision needs a reason and the token of",
      "what was looked at."
    },
    footer = {
      "Example:  frostbyte review list acme",
      "          frostbyte review approve acme doc_0123... --token rev_4567... --reason \"...\""
    })
final class ReviewCommand {}
