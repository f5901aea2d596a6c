package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share: the options, the home, the caller. One thread. */
@Command(
    name = "frostbyte",
    mixinStandardHelpOptions = true,
    version = "frostbyte 0.1.0-SNAPSHOT",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    headerHeading = "",
    header = "Document in, structure out: sealed, searchable and audited, one tenant at a time.",
    synopsisHeading = "%nUsage:  ",
    descriptionHeading = "",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%n",
    footer = {
      "A first run:",
      "  frostbyte tenant create acme",
      "  frostbyte ingest acme letters/ --report report.html",
      "  frostbyte documents acme                      what is stored, by id",
      "  frostbyte review list acme                    what waits for a person",
      "  frostbyte search acme \"payment terms\" -k 3",
      "  frostbyte audit acme verify",
      "",
      "Exit codes:",
      "  0  done",
      "  1  some documents were refused, held, quarantined or failed",
      "  2  wrong usage",
      "  3  integrity broken: tampered with, or does not verify",
      "  4  policy unmet: a required key, signature or second person is missing",
      "  5  unreadable: a file, a home or a log cannot be used",
      "",
      "Everything happens on this machine; nothing opens a connection. The person who asks is the",
      "user of the operating system, or whoever called sudo.",
      "Environment: FROSTBYTE_JAVA (a java to use), FROSTBYTE_OPTS (such as -Xmx2g),",
      "FROSTBYTE_CLASSPATH (jars of plugins)."
    },
    subcommands = {
      TenantCommand.class,
      IngestCommand.class,
      DocumentsCommand.class,
      SearchCommand.class,
      EraseCommand.class,
      RebuildCommand.class,
      RescanCommand.class,
      ReportCommand.class,
      ReviewCommand.class,
      RevealCommand.class,
      PolicyCommand.class,
      AuditCommand.class,
      VerifyCommand.class,
      WitnessCommand.class,
      TimeStampCommand.class,
      AuditKeyCommand.class,
      DeploymentCommand.class,
      ParseCommand.class,
      InspectCommand.class
    })
final class Frostbyte {
  private static final Path DEFAULT_HOME = Path.of("frostbyte-home");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of everything that is kept. Default: ./frostbyte-home")
  private Path home = DEFAULT_HOME;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Master keys. Default: frostbyte/frostbyte.keys in your configuration folder. Whoever has"
              + " it and the home can read everything.")
  private @Nullable Path keyFile;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answers, and errors too, as one JSON object a line.")
  private boolean json;

  private final Terminal terminal;
  private final Pipelines pipelines;

  Frostbyte(Terminal terminal, Pipelines pipelines) {
    this.terminal = terminal;
    this.pipelines = pipelines;
  }

  Terminal terminal() {
    return terminal;
  }

  boolean json() {
    return json;
  }

  Path home() {
    return home;
  }

  /** Prints one line of the answer: the object with {@code --json}, the text otherwise. */
  void answer(com.fasterxml.jackson.databind.node.ObjectNode object, String text) {
    terminal.out().println(json ? Json.line(object) : text);
  }

  /** A pipeline on the home, which is made when absent; the caller closes it. */
  Pipeline pipeline() {
    return pipeline(Readers.USUAL);
  }

  /**
   * A pipeline for the workbench, on a home that {@link ScratchHome} removes; the caller closes it.
   */
  Pipeline pipeline(ScratchHome scratch, Readers readers) {
    return pipelines.open(scratch.home(), scratch.keyFile(), readers);
  }

  /** Does something with a tenant of a home that must be there, as whoever runs the command. */
  ExitCode withTenant(TenantId tenant, String purpose, Work work) throws IOException {
    return withTenant(tenant, caller(purpose), Readers.USUAL, work);
  }

  /** The same, as this caller, reading what is said. */
  ExitCode withTenant(TenantId tenant, Caller caller, Readers readers, Work work)
      throws IOException {
    requireHome();
    try (Pipeline pipeline = pipeline(readers);
        TenantSession session = pipeline.open(tenant, caller)) {
      return work.run(session);
    }
  }

  private Pipeline pipeline(Readers readers) {
    return pipelines.open(home, keys(), readers);
  }

  /**
   * Refuses to go on without a home, which only {@code tenant create} makes: a folder mistyped must
   * not become one.
   */
  void requireHome() {
    if (!pipelines.isHome(home)) {
      throw new FrostbyteException(
          new Problem(
              ProblemCode.INVALID_ARGUMENT,
              "There is no home at " + home + "; nothing was made there.",
              "Name the home with --home; 'frostbyte tenant create' makes a new one."));
    }
  }

  /** A command to go on with, to be pasted into a shell: with the home and key file named now. */
  String next(String words) {
    String where = homeNamed() ? " --home " + Shell.word(home.toString()) : "";
    String with = keyFile == null ? "" : " --key-file " + Shell.word(keyFile.toString());
    return "frostbyte " + words + where + with;
  }

  private boolean homeNamed() {
    return !home.equals(DEFAULT_HOME);
  }

  /**
   * The key that checkpoints of the home are signed with; empty when there is no home and none was
   * named.
   */
  Optional<String> verifierKey() throws IOException {
    if (homeNamed()) {
      requireHome();
    }
    return pipelines.isHome(home)
        ? Optional.of(EmbeddedPipeline.verifierKey(home, keys()))
        : Optional.empty();
  }

  /** Whoever runs the command, as the operating system knows them. */
  Caller caller(String purpose) {
    return caller(pipelines.user(), purpose);
  }

  /** The same, for a step that takes two persons. */
  Caller person(String purpose) {
    return caller(pipelines.person(), purpose);
  }

  private static Caller caller(String user, String purpose) {
    return new Caller(user, "command line: " + purpose);
  }

  /** Where the master keys lie. */
  Path keys() {
    return keyFile == null ? EmbeddedPipeline.keyFile() : keyFile;
  }

  /** Something done with an open tenant. */
  @FunctionalInterface
  interface Work {
    ExitCode run(TenantSession session) throws IOException;
  }
}
