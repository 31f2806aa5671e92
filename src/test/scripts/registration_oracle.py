"""Writes src/test/resources/org/annotomy/registration/oracle.json: what scipy and numpy say of landmarks.

numpy 2.4.6, scipy 1.17.1. Run: python3 src/test/scripts/registration_oracle.py > src/test/resources/org/annotomy/registration/oracle.json
"""
import json

import numpy as np
from scipy.interpolate import RBFInterpolator


def umeyama(moving, fixed, scale):
    """Umeyama 1991, equations 34 to 43: the least squares similarity (or rigid map) by a singular value decomposition."""
    mu_m, mu_f = moving.mean(0), fixed.mean(0)
    m, f = moving - mu_m, fixed - mu_f
    u, d, vt = np.linalg.svd(f.T @ m / len(m))
    s = np.eye(len(d))
    if np.linalg.det(u) * np.linalg.det(vt) < 0:
        s[-1, -1] = -1
    r = u @ s @ vt
    c = np.trace(np.diag(d) @ s) / (m ** 2).sum(1).mean() if scale else 1.0
    t = mu_f - c * r @ mu_m
    return lambda x: c * x @ r.T + t


def affine(moving, fixed):
    a = np.c_[moving, np.ones(len(moving))]
    x, *_ = np.linalg.lstsq(a, fixed, rcond=None)
    return lambda p: np.c_[p, np.ones(len(p))] @ x


def spline(moving, fixed):
    kernel = "thin_plate_spline" if moving.shape[1] == 2 else "linear"
    return RBFInterpolator(moving, fixed, kernel=kernel, degree=1)


FITS = {
    "rigid": lambda m, f: umeyama(m, f, False),
    "similarity": lambda m, f: umeyama(m, f, True),
    "affine": affine,
    "spline": spline,
}


def pad(points):
    return np.c_[points, np.zeros((len(points), 3 - points.shape[1]))].tolist()


def main():
    rng = np.random.default_rng(20261127)
    cases = []
    for dimensions in (2, 3):
        for count in (6, 15):
            moving = rng.uniform(-120, 120, (count, dimensions)) + 40
            turn = np.linalg.qr(rng.normal(size=(dimensions, dimensions)))[0]
            if np.linalg.det(turn) < 0:
                turn[:, 0] *= -1
            fixed = 1.1 * moving @ turn.T + rng.uniform(-30, 30, dimensions) + rng.normal(0, 2, moving.shape)
            probes = rng.uniform(-100, 100, (5, dimensions)) + 40
            case = {"plane": dimensions == 2, "moving": pad(moving), "fixed": pad(fixed), "probes": pad(probes)}
            for name, fit in FITS.items():
                left_out = []
                for i in range(count):
                    keep = np.arange(count) != i
                    left_out.append(float(np.linalg.norm(fit(moving[keep], fixed[keep])(moving[i:i + 1]) - fixed[i:i + 1])))
                own = np.linalg.norm(fit(moving, fixed)(moving) - fixed, axis=1)
                case[name] = {"probes": pad(fit(moving, fixed)(probes)), "fre": float(np.sqrt((own ** 2).mean())),
                              "leftOut": left_out, "tre": float(np.sqrt((np.array(left_out) ** 2).mean()))}
            cases.append(case)
    print(json.dumps({"cases": cases}, indent=1))


main()
