/** A class in a package that nobody annotated. */
