/**
 * Text recognition of pictures, in process: the PP-OCRv4 models on ONNX Runtime, with detection,
 * orientation, recognition and layout of our own around them.
 */
@NullMarked
package dev.frostbyte.parsers.ocr;

import org.jspecify.annotations.NullMarked;
