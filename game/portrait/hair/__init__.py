"""One hair style after another, each drawn behind the body, under the face and over it."""
