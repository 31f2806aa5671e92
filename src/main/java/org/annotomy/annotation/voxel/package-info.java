/** Voxel labels, stored sparsely in immutable blocks so that an edit costs what it touched. */
package org.annotomy.annotation.voxel;
