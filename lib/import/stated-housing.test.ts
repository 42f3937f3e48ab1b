import { expect, test } from "vitest";
import { statedHousing } from "./stated-housing";

test.each([
  ["Общежитие № 2, комн. 214", { route: "dormitory", dormitory: "Общежитие № 2, комн. 214" }],
  ["dormitory", { route: "dormitory", dormitory: "dormitory" }],
  ["2-жатакана", { route: "dormitory", dormitory: "2-жатакана" }],
  ["г. Бишкек, ул. Киевская, 18", { route: "address", address: "г. Бишкек, ул. Киевская, 18" }],
  ["address", { route: "address", address: "" }],
  ["съёмная квартира", { route: "address", address: "" }],
  ["у родственников", null],
  ["нет данных", null],
  ["  ", null],
])("the roster's «%s» tells what it says and no more", (text, told) => {
  expect(statedHousing(text)).toEqual(told);
});
