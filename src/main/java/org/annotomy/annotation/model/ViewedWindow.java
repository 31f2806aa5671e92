package org.annotomy.annotation.model;

/**
 * The display window that an object was drawn under, in modality values (for CT: HU).
 *
 * @param preset its name, or null
 */
public record ViewedWindow(double center, double width, String preset) {}
