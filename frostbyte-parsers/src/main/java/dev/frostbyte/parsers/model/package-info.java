/** Models of pages that a user brings: detection by ONNX Runtime. */
@NullMarked
package dev.frostbyte.parsers.model;

import org.jspecify.annotations.NullMarked;
