package org.annotomy.imagej.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;

/** The voxel of a volume that all its views look at, and whether they show lines through it. */
public final class Crosshair {

	private final VolumeSize size;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private int x;
	private int y;
	private int z;
	private boolean visible = true;

	Crosshair(VolumeSize size) {
		this.size = size;
		x = size.nx() / 2;
		y = size.ny() / 2;
		z = size.nz() / 2;
	}

	/** In voxels, whole numbers. */
	public synchronized Position voxel() {
		return new Position(x, y, z);
	}

	/** The slice across an axis that goes through the voxel, from 0. */
	public synchronized int slice(Axis axis) {
		return axis.slice(x, y, z);
	}

	public synchronized boolean isVisible() { return visible; }

	public void setVisible(boolean shown) {
		synchronized (this) {
			visible = shown;
		}
		listeners.forEach(Runnable::run);
	}

	/** Goes to the nearest voxel. @param voxel may lie outside the volume */
	public void moveTo(Position voxel) {
		synchronized (this) {
			int newX = held(voxel.x(), size.nx());
			int newY = held(voxel.y(), size.ny());
			int newZ = held(voxel.z(), size.nz());
			if (newX == x && newY == y && newZ == z) return;
			x = newX;
			y = newY;
			z = newZ;
		}
		listeners.forEach(Runnable::run);
	}

	/** Goes to another slice across an axis. */
	void moveTo(Axis axis, int slice) {
		Position at = voxel();
		moveTo(new Position(axis == Axis.X ? slice : at.x(), axis == Axis.Y ? slice : at.y(), axis == Axis.Z ? slice : at.z()));
	}

	private static int held(double at, int count) {
		return (int) Math.max(0, Math.min(count - 1, Math.round(at)));
	}

	/** Hears when the voxel or the visibility changes. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
