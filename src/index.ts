/** The public interface of ResoLang: everything that programs outside of this folder may use. */
export { Fault } from "./fault.ts";
