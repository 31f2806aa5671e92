/** What a rater marked, as immutable values: objects, segments, links, codes, attributes, provenance. */
package org.annotomy.annotation.model;
