package org.annotomy.interchange.mesh;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.TriangleMesh;

/**
 * Formats of surfaces. All hold millimetres in the frame that is named in the file: of STL in its header of 80 bytes, of PLY and OBJ in a
 * comment. STL has neither names nor colours; PLY has colours of vertices; OBJ has names, and no colours.
 */
public enum MeshFormat {

	STL, PLY, OBJ;

	/** The format that the ending of a file's name says. @throws IllegalArgumentException if it says none */
	public static MeshFormat of(Path file) {
		String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
		return Arrays.stream(values()).filter(format -> name.endsWith("." + format.name())).findFirst().orElseThrow(
				() -> new IllegalArgumentException(
						"A surface is saved as .stl, .ply or .obj. Give the file one of these endings."));
	}

	/**
	 * Writes surfaces into one file.
	 *
	 * @param frame such as {@code LPS}: what x, y and z mean
	 */
	public void write(List<NamedMesh> meshes, String frame, OutputStream target) throws IOException {
		OutputStream out = new BufferedOutputStream(target, 1 << 16);
		String comment = "Annotomy surface, coordinates in mm, frame " + frame;
		switch (this) {
			case STL -> writeStl(meshes, comment, out);
			case PLY -> writePly(meshes, comment, out);
			case OBJ -> writeObj(meshes, comment, out);
		}
		out.flush();
	}

	private static int count(List<NamedMesh> meshes, java.util.function.ToIntFunction<TriangleMesh> number) {
		return meshes.stream().mapToInt(m -> number.applyAsInt(m.mesh())).reduce(0, Math::addExact);
	}

	private static void writeStl(List<NamedMesh> meshes, String comment, OutputStream out) throws IOException {
		byte[] header = Arrays.copyOf(comment.getBytes(StandardCharsets.US_ASCII), 80);
		out.write(header);
		out.write(little(4).putInt(count(meshes, TriangleMesh::triangles)).array());
		for (NamedMesh named : meshes) {
			TriangleMesh mesh = named.mesh();
			for (int i = 0; i < mesh.corners().length; i += 3) {
				ByteBuffer triangle = little(50).position(12);
				for (int corner = i; corner < i + 3; corner++)
					for (int axis = 0; axis < 3; axis++)
						triangle.putFloat(mesh.xyz()[3 * mesh.corners()[corner] + axis]);
				putNormal(triangle);
				out.write(triangle.array());
			}
		}
	}

	/** Of the three corners that follow it. */
	private static void putNormal(ByteBuffer triangle) {
		float[] u = new float[3];
		float[] v = new float[3];
		for (int axis = 0; axis < 3; axis++) {
			u[axis] = triangle.getFloat(24 + 4 * axis) - triangle.getFloat(12 + 4 * axis);
			v[axis] = triangle.getFloat(36 + 4 * axis) - triangle.getFloat(12 + 4 * axis);
		}
		double x = (double) u[1] * v[2] - u[2] * v[1];
		double y = (double) u[2] * v[0] - u[0] * v[2];
		double z = (double) u[0] * v[1] - u[1] * v[0];
		double length = Math.max(1e-30, Math.sqrt(x * x + y * y + z * z));
		triangle.putFloat(0, (float) (x / length)).putFloat(4, (float) (y / length)).putFloat(8, (float) (z / length));
	}

	private static void writePly(List<NamedMesh> meshes, String comment, OutputStream out) throws IOException {
		String header = "ply\nformat binary_little_endian 1.0\ncomment " + comment + "\nelement vertex "
				+ count(meshes, TriangleMesh::vertices) + "\nproperty float x\nproperty float y\nproperty float z\n"
				+ "property uchar red\nproperty uchar green\nproperty uchar blue\nelement face "
				+ count(meshes, TriangleMesh::triangles)
				+ "\nproperty list uchar int vertex_indices\nend_header\n";
		out.write(header.getBytes(StandardCharsets.US_ASCII));
		for (NamedMesh named : meshes)
			for (int v = 0; v < named.mesh().vertices(); v++) {
				ByteBuffer vertex = little(15);
				for (int axis = 0; axis < 3; axis++)
					vertex.putFloat(named.mesh().xyz()[3 * v + axis]);
				out.write(vertex.put((byte) (named.rgb() >> 16)).put((byte) (named.rgb() >> 8)).put((byte) named.rgb()).array());
			}
		int first = 0;
		for (NamedMesh named : meshes) {
			for (int i = 0; i < named.mesh().corners().length; i += 3) {
				ByteBuffer face = little(13).put((byte) 3);
				for (int k = i; k < i + 3; k++)
					face.putInt(first + named.mesh().corners()[k]);
				out.write(face.array());
			}
			first += named.mesh().vertices();
		}
	}

	private static void writeObj(List<NamedMesh> meshes, String comment, OutputStream out) throws IOException {
		DataOutputStream text = new DataOutputStream(out);
		text.write(("# " + comment + "\n").getBytes(StandardCharsets.UTF_8));
		int first = 1;
		for (NamedMesh named : meshes) {
			StringBuilder lines = new StringBuilder("o " + named.name().replaceAll("\\s+", "_") + "\n");
			for (int v = 0; v < named.mesh().vertices(); v++)
				lines.append("v ").append(named.mesh().xyz()[3 * v]).append(' ').append(named.mesh().xyz()[3 * v + 1]).append(' ')
						.append(named.mesh().xyz()[3 * v + 2]).append('\n');
			int[] corners = named.mesh().corners();
			for (int i = 0; i < corners.length; i += 3)
				lines.append("f ").append(first + corners[i]).append(' ').append(first + corners[i + 1]).append(' ')
						.append(first + corners[i + 2]).append('\n');
			text.write(lines.toString().getBytes(StandardCharsets.UTF_8));
			first += named.mesh().vertices();
		}
		text.flush();
	}

	private static ByteBuffer little(int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}
}
