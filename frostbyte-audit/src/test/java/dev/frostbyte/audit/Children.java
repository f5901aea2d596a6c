package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Starts {@link ChildProcess}es. Everything of the file system runs on one of their threads. */
final class Children {
  private static final List<String> SMALL_JVM =
      List.of(
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Djdk.virtualThreadScheduler.parallelism=1",
          "-Djdk.virtualThreadScheduler.maxPoolSize=1");

  private Children() {}

  /** Whether everything is tried that otherwise only a share of is. */
  static boolean longProfile() {
    return Boolean.getBoolean("frostbyte.long");
  }

  /** The command of a child, behind another command that runs it. */
  static ProcessBuilder of(
      List<String> runner, Path folder, ChildProcess.Work work, Flaw flaw, long seed) {
    List<String> command = new ArrayList<>(runner);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_JVM);
    command.addAll(List.of("-cp", classPath(), ChildProcess.class.getName()));
    command.addAll(List.of(folder.toString(), work.name(), flaw.name(), Long.toString(seed)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** The lines a process writes; ends when it does. */
  static BufferedReader lines(Process child) {
    return new BufferedReader(
        new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Takes every line to the end of the process. */
  static Promises promises(Process child) throws IOException {
    Promises promises = new Promises();
    try (BufferedReader lines = lines(child)) {
      lines.lines().forEach(promises::take);
    }
    return promises;
  }

  private static String classPath() {
    return Stream.of(ChildProcess.class, FileAuditLog.class, AuditLog.class, Ed25519.class)
        .map(type -> place(type.getProtectionDomain().getCodeSource()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(CodeSource source) {
    return Path.of(java.net.URI.create(source.getLocation().toString())).toString();
  }
}
