@ApplicationModule(id = "kept")
package kept;
