package org.annotomy.annotation.detection;

/**
 * Where a detection is in one state of a document.
 *
 * @param key of its block
 * @param row within the block
 */
public record DetectionPlace(int key, int row) {}
