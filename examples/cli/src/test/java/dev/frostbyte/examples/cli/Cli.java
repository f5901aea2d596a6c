package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Pipeline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in this JVM on a pipeline of the test's. */
final class Cli {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Path> homes = new ArrayList<>();
  private final List<Readers> readers = new ArrayList<>();
  private final Pipeline pipeline;

  Cli(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    int code = Main.run(terminal, new Fake(), arguments);
    terminal.flush();
    return code;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  List<Path> homes() {
    return homes;
  }

  /** Formats that were allowed when pipelines were opened. */
  List<OldFormat> allowed() {
    return readers.stream().flatMap(each -> each.allowed().stream()).toList();
  }

  /** What pipelines were opened with. */
  List<Readers> readers() {
    return readers;
  }

  /** Every folder is a home. */
  private final class Fake implements Pipelines {
    @Override
    public Pipeline open(Path home, Path keyFile, Readers chosen) {
      homes.add(home);
      readers.add(chosen);
      return pipeline;
    }

    @Override
    public boolean isHome(Path folder) {
      return Files.isDirectory(folder);
    }
  }
}
