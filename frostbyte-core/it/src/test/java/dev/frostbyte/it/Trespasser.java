package dev.frostbyte.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does what the library must not: connects, writes a file elsewhere, starts a program. */
final class Trespasser {
  private Trespasser() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", 9))) {
      channel.finishConnect();
    } catch (IOException expected) {
      Files.writeString(Path.of(arguments[0]), "refused, as nobody listens there");
    }
    new ProcessBuilder("true").start().waitFor();
  }
}
