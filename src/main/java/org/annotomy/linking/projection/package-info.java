/** Where a place of one projection must be in another: mammograms by the distance from the nipple, projections of known geometry by their rays. */
package org.annotomy.linking.projection;
