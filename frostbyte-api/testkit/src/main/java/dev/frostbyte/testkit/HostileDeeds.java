package dev.frostbyte.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What a parser may try beyond its document, one word each. Stateless. */
final class HostileDeeds {
  /** The answer when it worked. */
  static final String DONE = "done";

  private HostileDeeds() {}

  /** {@value #DONE}, or the class of the exception that stopped it. */
  static String attempt(String word, String argument) {
    try {
      return attempted(word, argument) ? DONE : "nothing happened";
    } catch (IOException | InterruptedException | RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static boolean attempted(String word, String argument)
      throws IOException, InterruptedException {
    return switch (word) {
      case "connect" -> connect(Integer.parseInt(argument));
      case "listen" -> listen();
      case "execute" -> new ProcessBuilder(argument.split(" ")).start().waitFor() == 0;
      case "read" -> Files.readAllBytes(Path.of(argument)).length > 0;
      case "write" -> Files.exists(Files.write(Path.of(argument), List.of("written")));
      case "permit" -> permit(Path.of(argument));
      case "signal" ->
          ProcessHandle.of(Long.parseLong(argument)).map(ProcessHandle::destroy).orElse(false);
      default -> throw new IllegalArgumentException("unknown word");
    };
  }

  /** Lets everybody read and write a file; nothing of it is opened. */
  private static boolean permit(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    return true;
  }

  private static boolean connect(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static boolean listen() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.isBound();
    }
  }
}
