//! The catalogue of product support cycles (fin de support), and matching of real strings to it.
