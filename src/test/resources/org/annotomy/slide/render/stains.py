# Colour deconvolution in numpy, independent of our code: prints "set r g b amount0 amount1 amount2" for some colours.
# Vectors: Ruifrok & Johnston 2001 as scikit-image has them (rgb_from_hed); residual = cross product. Run: python3 stains.py > stains.txt
import numpy as np
H, E, D = [0.65, 0.70, 0.29], [0.07, 0.99, 0.11], [0.27, 0.57, 0.78]
colours = [(255, 255, 255), (120, 80, 160), (230, 150, 190), (90, 60, 30), (0, 0, 0), (200, 210, 205), (17, 230, 99)]
for name, second in (("HE", E), ("H_DAB", D)):
    m = np.array([np.array(v) / np.linalg.norm(v) for v in (H, second)])
    rest = np.cross(m[0], m[1])
    m = np.vstack([m, rest / np.linalg.norm(rest)])
    for rgb in colours:
        od = -np.log10(np.maximum(np.array(rgb, float), 1) / 255)
        print(name, *rgb, *("%.9f" % a for a in np.linalg.solve(m.T, od)))
