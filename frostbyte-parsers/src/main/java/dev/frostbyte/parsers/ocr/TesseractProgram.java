package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the program Tesseract, with an empty environment, for a limited time and a limited answer.
 * What it says besides its answer is discarded. Thread-safe.
 *
 * @param file the program
 * @param most time for one run
 */
record TesseractProgram(Path file, Duration most) {
  private static final System.Logger LOG = System.getLogger(TesseractProgram.class.getName());

  /** Most bytes of an answer; a page of 2,000 lines of 20 words takes about 3 MB. */
  private static final int ANSWER = 16 << 20;

  /**
   * The program's answer.
   *
   * @throws RefusedException {@code PARSER_TIMEOUT} when it takes too long, {@code PARSER_ERROR}
   *     when it cannot be started, fails or answers too much
   */
  byte[] run(List<String> arguments, byte[] input) throws RefusedException {
    long end = System.nanoTime() + most.toNanos();
    Process process = started(arguments);
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    thread(() -> hand(input, process));
    thread(() -> answer(process, answer));
    try {
      byte[] bytes = awaited(answer, end);
      if (process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return checked(bytes, process.exitValue());
      }
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(ProblemCode.PARSER_TIMEOUT, "was interrupted.");
    } finally {
      end(process);
    }
  }

  private byte[] awaited(CompletableFuture<byte[]> answer, long end)
      throws RefusedException, InterruptedException {
    try {
      byte[] bytes = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      requireShort(bytes);
      return bytes;
    } catch (TimeoutException e) {
      throw late();
    } catch (ExecutionException e) {
      throw refused(ProblemCode.PARSER_ERROR, "broke off its answer.");
    }
  }

  /**
   * Reads or writes a pipe, which nobody waits for: whoever inherits it from the program holds it
   * open after the program's end.
   */
  private static void thread(Runnable work) {
    Thread.ofPlatform().daemon().name("frostbyte-tesseract").start(work);
  }

  private Process started(List<String> arguments) throws RefusedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "LC_ALL", "C"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw refused(
          ProblemCode.PARSER_ERROR,
          "cannot be started. A locked parser process starts no program: this parser needs the host"
              + " process with sandbox = plain.");
    }
  }

  /**
   * Ends the program and what it started. By their handles: {@link Process#destroyForcibly} closes
   * the pipes as well, and waits for the threads that use them.
   */
  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.toHandle().destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * A program that ends, or goes on, before it has read everything says the rest by its answer and
   * its exit code.
   */
  private static void hand(byte[] input, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The program did not read the whole page.");
    }
  }

  private static void answer(Process process, CompletableFuture<byte[]> answer) {
    try (InputStream in = process.getInputStream()) {
      answer.complete(in.readNBytes(ANSWER + 1));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  private static void requireShort(byte[] answer) throws RefusedException {
    if (answer.length > ANSWER) {
      throw refused(ProblemCode.PARSER_ERROR, "answered more than " + ANSWER + " bytes.");
    }
  }

  private static byte[] checked(byte[] answer, int code) throws RefusedException {
    if (code != 0) {
      throw refused(ProblemCode.PARSER_ERROR, "ended with code " + code + ".");
    }
    return answer;
  }

  private RefusedException late() {
    return refused(ProblemCode.PARSER_TIMEOUT, "took more than " + most + " for a page.");
  }

  private static RefusedException refused(ProblemCode code, String what) {
    return new RefusedException(Problem.of(code, "The program tesseract " + what));
  }
}
