package dev.frostbyte.bench.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program {@code tesseract}, where it is installed, on one thread. One thread. */
final class Tesseract {
  private Tesseract() {}

  static boolean isInstalled() {
    try {
      Process process = new ProcessBuilder("tesseract", "--version").start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      process.getErrorStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String read(byte[] png, int dpi) throws IOException {
    Path file = Files.createTempFile("tesseract", ".png");
    try {
      Files.write(file, png);
      ProcessBuilder builder =
          new ProcessBuilder(
              "tesseract", file.toString(), "stdout", "-l", "eng", "--dpi", String.valueOf(dpi));
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
