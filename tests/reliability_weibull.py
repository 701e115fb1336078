"""The likelihood of a Weibull law for observed lives, and its ridge along a figure: see `reliability_exact.py`."""

import math

import numpy as np
from scipy import optimize


class Weibull:
    """The likelihood of lives, and its profile along a figure."""

    def __init__(self, rows):
        entry, age, failed = (np.array(column, dtype=float) for column in zip(*rows))
        self.unit = age.max()
        self.age, self.entry = age / self.unit, entry[entry > 0] / self.unit
        self.failed = self.age[failed > 0]
        self.r = len(self.failed)

    def powers(self, shape):
        return (self.age**shape).sum() - (self.entry**shape).sum()

    def logs(self, shape, power=1):
        total = (self.age**shape * np.log(self.age) ** power).sum()
        return total - (self.entry**shape * np.log(self.entry) ** power).sum()

    def score(self, shape):
        return self.logs(shape) / self.powers(shape) - 1 / shape - np.log(self.failed).mean()

    def best(self):
        grid = np.geomspace(0.1, 100, 400)
        signs = [self.score(shape) for shape in grid]
        roots = [
            optimize.brentq(self.score, a, b, xtol=1e-15, rtol=1e-15)
            for a, b, left, right in zip(grid, grid[1:], signs, signs[1:])
            if left < 0 <= right
        ]
        return max(roots, key=self.free)

    def free(self, shape):
        """The likelihood with the best scale, less a constant."""
        return self.along(shape, self.r / self.powers(shape))

    def along(self, shape, weight):
        """The likelihood where `(unit / scale) ^ shape` is `weight`."""
        return (
            self.r * math.log(shape)
            + shape * np.log(self.failed).sum()
            + self.r * math.log(weight)
            - weight * self.powers(shape)
        )

    def weight(self, quantity, value, shape):
        unit = self.unit
        if quantity == "scale":
            return (unit / value) ** shape
        if quantity == "b10":
            return -math.log(0.9) * (unit / value) ** shape
        if quantity == "mean":
            return (unit / value * math.gamma(1 + 1 / shape)) ** shape
        if quantity == "reliability":
            return -math.log(value) * (unit / 500) ** shape
        return -math.log(value) / ((700 / unit) ** shape - (500 / unit) ** shape)

    def ridge(self, quantity, value):
        if quantity == "shape":
            return self.free(value)
        worth = lambda log: -self.along(math.exp(log), self.weight(quantity, value, math.exp(log)))
        best = optimize.minimize_scalar(worth, bracket=(math.log(0.8), math.log(2.0)), tol=1e-12)
        return -best.fun


QUANTITIES = ["shape", "scale", "b10", "mean", "reliability", "conditional"]


def figure(quantity, shape, scale):
    hazard = lambda age: (age / scale) ** shape
    return {
        "shape": shape,
        "scale": scale,
        "b10": scale * (-math.log(0.9)) ** (1 / shape),
        "mean": scale * math.gamma(1 + 1 / shape),
        "reliability": math.exp(-hazard(500)),
        "conditional": math.exp(hazard(500) - hazard(700)),
    }[quantity]
