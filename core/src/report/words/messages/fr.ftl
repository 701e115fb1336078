## Mots communs à tous les formats
unknown = inconnu
no-figures = Aucun chiffre.
