@NullMarked
package dev.frostbyte.embeddings;

import org.jspecify.annotations.NullMarked;
