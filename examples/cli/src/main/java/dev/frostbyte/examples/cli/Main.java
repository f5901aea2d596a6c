package dev.frostbyte.examples.cli;

import java.util.Arrays;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    Terminal terminal = Terminal.ofProcess();
    int code = run(terminal, Pipelines.LOCAL, arguments);
    terminal.flush();
    System.exit(code);
  }

  static int run(Terminal terminal, Pipelines pipelines, String... arguments) {
    boolean json =
        Arrays.stream(arguments).takeWhile(a -> !a.equals("--")).anyMatch("--json"::equals);
    Failures failures = new Failures(terminal, json);
    CommandLine line = new CommandLine(new Frostbyte(terminal, pipelines));
    line.setOut(terminal.out()).setErr(terminal.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(100).setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    line.registerConverter(dev.frostbyte.api.tenant.TenantId.class, Values::tenant);
    line.registerConverter(dev.frostbyte.api.model.DocumentId.class, Values::document);
    line.registerConverter(dev.frostbyte.api.model.BatchId.class, Values::batch);
    line.registerConverter(dev.frostbyte.api.audit.EventType.class, Values::eventType);
    line.registerConverter(OldFormat.class, OldFormat::of);
    line.registerConverter(java.time.Instant.class, Values::instant);
    line.setParameterExceptionHandler((e, given) -> failures.usage(e, given));
    line.setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
    return line.execute(arguments);
  }
}
