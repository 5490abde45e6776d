config.set("1","automaticMatching",{"selectedMatchKeys":["em","ph"]});instance.optIn("1","AutomaticMatching",true);
fbq.loadPlugin("x");"AutoAdvancedMatching":{"auto_email":true,"auto_phone_number":true}
hjSiteSettings={"recording_capture_keystrokes":true};{"function":"__ogt_1p_data_v2","vtp_isEnabled":true,"vtp_autoEmailEnabled":true}