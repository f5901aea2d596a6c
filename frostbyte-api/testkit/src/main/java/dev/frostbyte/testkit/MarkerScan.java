package dev.frostbyte.testkit;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a planted text in bytes, in every encoding a library may have written it: UTF-8 and
 * UTF-16 of either byte order. File names are looked at too.
 */
public final class MarkerScan {
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private MarkerScan() {}

  /** Files below the folder whose bytes or whose name hold the marker. */
  public static List<Path> files(Path folder, String marker) throws IOException {
    List<Path> hits = new ArrayList<>();
    for (Path file : TestFolders.files(folder)) {
      boolean named = String.valueOf(file.getFileName()).contains(marker);
      if (named || in(Files.readAllBytes(file), marker)) {
        hits.add(file);
      }
    }
    return hits;
  }

  /** Whether these bytes hold the marker. */
  public static boolean in(byte[] bytes, String marker) {
    return ENCODINGS.stream().anyMatch(encoding -> holds(bytes, marker.getBytes(encoding)));
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (startsAt(bytes, at, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
