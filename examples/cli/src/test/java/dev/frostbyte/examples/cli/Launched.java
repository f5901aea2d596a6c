package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the launcher that the build left did with some arguments. */
record Launched(int code, String out, String err) {
  static final Path LAUNCHER = Path.of("target", "frostbyte").toAbsolutePath();

  static Launched run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(LAUNCHER, folder, Map.of(), arguments);
  }

  static Launched run(
      Path launcher, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new Launched(process.waitFor(), Files.readString(out), Files.readString(err));
  }
}
