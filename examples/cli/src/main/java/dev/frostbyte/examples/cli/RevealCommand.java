package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups how people see what was found in a document. */
@Command(
    name = "reveal",
    subcommands = {
      RevealAskCommand.class,
      RevealListCommand.class,
      RevealAllowCommand.class,
      RevealRefuseCommand.class,
      RevealReadCommand.class
    },
    header = "Shows what was found or redacted in a document, to one person, allowed by another.",
    description = {
      "One person asks, another one allows it, and whoever asked reads it, once, within 24 hours.",
      "The user of the operating system, or whoever called sudo, counts as the person.",
      "Every step is in the audit log."
    },
    footer = {
      "Example:  frostbyte reveal ask acme doc_0123... --reason \"...\"",
      "          frostbyte reveal allow acme 01890a5d-... --reason \"...\"",
      "          frostbyte reveal read acme 01890a5d-..."
    })
final class RevealCommand {}
