package dev.frostbyte.bench.safety.classes;

import dev.frostbyte.api.model.DocumentClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A multinomial logistic regression on hashed words and pairs of words, trained by stochastic
 * gradient descent; the same seed gives the same weights. One thread.
 */
final class ClassModel {
  private static final int FEATURES = 1 << 13;
  private static final int CLASSES = DocumentClass.values().length;
  private static final int ROUNDS = 12;
  private static final double RATE = 0.3;
  private static final double DECAY = 1e-5;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final double[][] weights;
  private final double sharpness;

  private ClassModel(double[][] weights, double sharpness) {
    this.weights = weights;
    this.sharpness = sharpness;
  }

  /** The same weights, surer or less sure of what they say. */
  ClassModel sharpened(double by) {
    return new ClassModel(weights, by);
  }

  static ClassModel trained(List<ClassTexts.Sample> samples, long seed) {
    ClassModel model = new ClassModel(new double[CLASSES][FEATURES], 1);
    List<ClassTexts.Sample> order = new ArrayList<>(samples);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      double rate = RATE / (1 + round);
      order.forEach(each -> model.learn(each, rate));
    }
    return model;
  }

  /** How sure it is of each class, in the order of the classes. */
  double[] chances(String text) {
    return chances(features(text));
  }

  private void learn(ClassTexts.Sample sample, double rate) {
    int[] features = features(sample.text());
    double[] chances = chances(features);
    for (int kind = 0; kind < CLASSES; kind++) {
      double wrong = (kind == sample.kind().ordinal() ? 1 : 0) - chances[kind];
      for (int feature : features) {
        double old = weights[kind][feature];
        weights[kind][feature] = old + rate * (wrong / Math.sqrt(features.length) - DECAY * old);
      }
    }
  }

  private double[] chances(int[] features) {
    double[] sums = new double[CLASSES];
    double most = Double.NEGATIVE_INFINITY;
    for (int kind = 0; kind < CLASSES; kind++) {
      for (int feature : features) {
        sums[kind] += sharpness * weights[kind][feature] / Math.sqrt(features.length);
      }
      most = Math.max(most, sums[kind]);
    }
    double all = 0;
    for (int kind = 0; kind < CLASSES; kind++) {
      sums[kind] = Math.exp(sums[kind] - most);
      all += sums[kind];
    }
    for (int kind = 0; kind < CLASSES; kind++) {
      sums[kind] /= all;
    }
    return sums;
  }

  private static int[] features(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(found -> found.group()).toList();
    List<Integer> features = new ArrayList<>(List.of(0));
    for (int at = 0; at < Math.min(words.size(), 5_000); at++) {
      features.add(hash(words.get(at)));
      if (at > 0) {
        features.add(hash(words.get(at - 1) + " " + words.get(at)));
      }
    }
    return features.stream().distinct().mapToInt(each -> each).toArray();
  }

  private static int hash(String words) {
    int hash = words.hashCode() * 0x9E3779B1;
    return (hash >>> 8) % FEATURES;
  }
}
