package dev.frostbyte.bench.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens on the loopback address and counts who connects, while documents that name the address in
 * every way a format has are read. Whoever opens it closes it.
 */
final class Canary implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();

  private Canary(ServerSocket socket) {
    this.socket = socket;
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /** Reads the documents in children and in this JVM. */
  static Measure measure() throws IOException {
    try (Canary canary = new Canary(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()))) {
      canary.call();
      int own = canary.connections.get();
      Map<String, byte[]> documents = CanaryDocuments.naming(canary.address());
      try (DocumentReader here = DocumentReader.here();
          DocumentReader child = DocumentReader.inChildren()) {
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
          here.read(document.getKey(), document.getValue());
          child.read(document.getKey(), document.getValue());
        }
      }
      canary.call();
      int others = canary.connections.get() - 2;
      return Measure.of(
          "connections to a canary named in documents",
          others + " from " + documents.size() + " documents, in child and process",
          "0",
          own == 1 && others == 0);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** Calls on oneself, so that a canary that cannot hear is found out; returns when heard. */
  private void call() throws IOException {
    int before = connections.get();
    try (Socket own = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
      while (connections.get() == before && own.isConnected()) {
        Thread.onSpinWait();
      }
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket ignored = socket.accept()) {
        connections.incrementAndGet();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("the canary broke", e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
