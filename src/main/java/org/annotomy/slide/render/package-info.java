/** How slides are drawn: tiles in a bounded cache, loaded when they are needed, looks (channels, tones, stains), views at any zoom; no ImageJ types. */
package org.annotomy.slide.render;
